import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsWorthFolding, TimeScale } from '../src/model/scale.js';

const span = (at, dur) => ({ at, dur });

test('gapsWorthFolding, a long wait before short work, is folded', () => {
  assert.deepEqual(gapsWorthFolding([span(0, 30_000), span(30_000, 100), span(30_010, 20)]), [[0, 30_000]]);
});

test('gapsWorthFolding, several waits of like length, are all folded', () => {
  const gaps = gapsWorthFolding([span(0, 20_020), span(10_000, 5), span(10_010, 5), span(20_015, 5)]);
  assert.deepEqual(gaps, [[0, 10_000], [10_015, 20_015]]);
});

test('gapsWorthFolding, one short call in a function, is left alone', () => {
  assert.deepEqual(gapsWorthFolding([span(0, 8.1), span(0.4, 2.16)]), []);
});

test('TimeScale, without gaps, is straight', () => {
  const scale = new TimeScale(0, 200);
  assert.equal(scale.at(50), 0.25);
  assert.equal(scale.timeAt(0.25), 50);
  assert.equal(scale.at(-5), 0);
  assert.equal(scale.at(500), 1);
});

test('TimeScale, with a gap, gives the rest its room', () => {
  const scale = new TimeScale(0, 30_100, [[0, 30_000]]);
  assert.ok(scale.at(30_000) < 0.07);
  assert.ok(Math.abs(scale.at(30_050) - (scale.at(30_000) + 1) / 2) < 1e-9);
  assert.equal(scale.folds().length, 1);
});

test('ticks, a plain axis, are round and within it', () => {
  assert.deepEqual(new TimeScale(0, 100).ticks(0, 1, 5).map((tick) => tick.ms), [0, 20, 40, 60, 80, 100]);
});

test('ticks, after a fold, count from its end', () => {
  const ticks = new TimeScale(0, 30_100, [[0, 30_000]]).ticks(0, 1, 5);
  assert.ok(ticks.every((tick) => tick.after && tick.ms <= 100));
});

test('TimeScale, a trace of no length, divides by nothing', () => {
  assert.ok(Number.isFinite(new TimeScale(5, 5).at(5)));
});

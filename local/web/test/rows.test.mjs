import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, metricSums, spanPairs } from '../src/model/difference.js';
import { bucketSeconds, buckets, facets, quantile, selects, timeRange } from '../src/model/points.js';
import { billed, cost, matcher, namesOf, Rows, visibleRows } from '../src/model/rows.js';
import { Trace } from '../src/model/trace.js';

const row = (id, fn = 'orders', more = {}) => [id, fn, 'sqs', more.status ?? 'ok', 0, 1, more.init ?? null, 9, 512, more.error ?? null, 1, 1, 1, 'all', more.lost ?? 0, 'abc'];

test('Rows, new and changed ones, keep their order', () => {
  const rows = new Rows();
  rows.merge([row('a'), row('b')]);
  rows.merge([row('a', 'renamed')]);
  assert.deepEqual(rows.list.map(([id, fn]) => [id, fn]), [['a', 'renamed'], ['b', 'orders']]);
  assert.equal(rows.newest()[0], 'b');
});

test('Rows, removed ones, are gone and the others are found', () => {
  const rows = new Rows();
  rows.merge([row('a'), row('b'), row('c')]);
  rows.merge([], ['a', 'unknown']);
  assert.equal(rows.get('a'), undefined);
  assert.equal(rows.get('c')[0], 'c');
  assert.equal(rows.list.length, 2);
});

test('billed and cost, a cold start, count its init, rounded up as AWS does', () => {
  const cold = row('a', 'orders', { init: 411.2 });
  assert.equal(billed(cold), 413);
  assert.equal(billed(row('b')), 1);
  assert.ok(Math.abs(cost(cold) - (0.413 * 0.5 * 0.0000166667 + 0.0000002)) < 1e-12);
});

test('namesOf, functions and services, are each named once', () => {
  assert.deepEqual(namesOf([{ name: 'orders' }, { name: 'idle' }], [row('a'), row('b', 'web'), row('c', 'web')]), ['orders', 'idle', 'web']);
});

test('matcher, words and kinds, must all fit', () => {
  const all = [row('1', 'orders', { status: 'error', error: 'NoStock' }), row('2', 'worker', { init: 400 }), row('3', 'worker', { lost: 2 })];
  const found = (...how) => visibleRows(all, matcher(...how)).map(([id]) => id);
  assert.deepEqual(found(''), ['3', '2', '1']);
  assert.deepEqual(found('WORK sqs'), ['3', '2']);
  assert.deepEqual(found('nostock'), ['1']);
  assert.deepEqual(found('cold'), ['2']);
  assert.deepEqual(found('', new Set(['errors'])), ['1']);
  assert.deepEqual(found('', new Set(['lost']), 'worker'), ['3']);
  assert.deepEqual(found('<script>'), []);
});

test('quantile, nearest rank, is one of the values', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  assert.deepEqual([0, 0.5, 0.95, 0.99, 1].map((q) => quantile(values, q)), [1, 5, 10, 10, 10]);
  assert.equal(quantile([], 0.5), null);
});

test('buckets, points in any order, are summed by time', () => {
  const columns = buckets([[11_000, 3], [1000, 1], [2000, 2]], 10, ['sum', 'p50', 'avg', 'count', 'min', 'max']);
  assert.deepEqual(columns, [[0, 10], [3, 3], [1, 3], [1.5, 3], [2, 1], [1, 3], [2, 3]]);
  assert.equal(bucketSeconds(60), 1);
  assert.equal(bucketSeconds(7200), 60);
});

test('timeRange, a single bucket, has a minute around it', () => {
  assert.deepEqual(timeRange(100, 100), [70, 130]);
  assert.deepEqual(timeRange(100, 101), [100, 101]);
});

test('facets and selects, values of one key, are alternatives', () => {
  const sets = [['product:latte', 'order:online'], ['product:filter', 'bare']];
  assert.deepEqual([...facets(sets, [2, 3]).get('product')], [['latte', 2], ['filter', 3]]);
  assert.deepEqual([...facets(sets, [2, 3]).get('bare')], [['', 3]]);
  const fits = (...chosen) => sets.map((tags) => selects(tags, new Set(chosen)));
  assert.deepEqual(fits('product:latte', 'product:filter'), [true, true]);
  assert.deepEqual(fits('product:latte', 'bare'), [false, false]);
  assert.deepEqual(fits(), [true, true]);
});

test('differences, two sets of facts, say how each has changed', () => {
  const change = Object.fromEntries(differences({ a: 1, b: 2, c: 3 }, { b: 2, c: 4, d: 5 }).map((r) => [r.key, r.change]));
  assert.deepEqual(change, { a: 'removed', b: 'same', c: 'changed', d: 'added' });
});

test('spanPairs, the same way from the root, are a pair', () => {
  const span = (id, parent, name, at) => ({ id, parent, name, service: 's', resource: 'r', at, dur: 1 });
  const a = new Trace([span('1', '', 'root', 0), span('2', '1', 'get', 1), span('3', '1', 'get', 2)]);
  const b = new Trace([span('x', '', 'root', 0), span('y', 'x', 'get', 1), span('z', 'x', 'put', 2)]);
  assert.deepEqual(spanPairs(a, b).map((pair) => [pair.a?.id, pair.b?.id]), [['1', 'x'], ['2', 'y'], ['3', undefined], [undefined, 'z']]);
});

test('metricSums, points of one name and tags, are counted and added', () => {
  const point = (value) => ({ name: 'm', tags: ['b', 'a'], value });
  assert.deepEqual(metricSums([point(1), point(2), { name: 'n', tags: [], value: 3 }]), { 'm a,b': '2 × Σ 3', 'n ': '3' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aggregate, criticalPath, lanes, Trace } from '../src/model/trace.js';

const span = (id, parent, at, dur, more = {}) => ({ id, parent, at, dur, name: id, service: 's', resource: 'r', kind: 'custom', error: false, ...more });

test('Trace, spans in any order, are put parents first and earliest first', () => {
  const trace = new Trace([span('late', 'root', 50, 10), span('leaf', 'early', 12, 2), span('early', 'root', 10, 5), span('root', '', 0, 100)]);
  assert.deepEqual(trace.rows.map((s) => s.id), ['root', 'early', 'leaf', 'late']);
  assert.deepEqual(trace.depth, [0, 1, 2, 1]);
  assert.deepEqual(trace.children(0), [1, 3]);
});

test('Trace, a parent that is not here, makes a root that is an orphan', () => {
  assert.equal(new Trace([span('a', 'elsewhere', 0, 1)]).isOrphan(0), true);
  assert.equal(new Trace([span('a', '', 0, 1)]).isOrphan(0), false);
});

test('Trace, spans that are each other’s parents, are all there once', () => {
  assert.equal(new Trace([span('a', 'b', 0, 1), span('b', 'a', 0, 1), span('c', 'c', 0, 1)]).length, 3);
});

test('Trace, ten thousand spans in one chain, is read without running out of stack', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => span(`s${i}`, i ? `s${i - 1}` : '', i / 10_000, 1));
  const trace = new Trace(chain);
  assert.equal(trace.depth.at(-1), 9_999);
  assert.equal(criticalPath(trace).length, 10_000);
});

test('shown, a collapsed span, hides all below it', () => {
  const trace = new Trace([span('root', '', 0, 9), span('a', 'root', 1, 5), span('b', 'a', 2, 1), span('c', 'root', 7, 1)]);
  assert.deepEqual(trace.shown(new Set(['a'])), [0, 1, 3]);
});

test('selfTimes, children side by side and past the end, count once and only inside', () => {
  const trace = new Trace([span('root', '', 0, 100), span('a', 'root', 10, 30), span('b', 'root', 20, 40), span('c', 'root', 90, 50)]);
  assert.deepEqual(trace.selfTimes(), [40, 30, 40, 50]);
});

test('criticalPath, two children at once, follows the one that ended last', () => {
  const trace = new Trace([span('root', '', 0, 100), span('short', 'root', 10, 20), span('long', 'root', 10, 80)]);
  const path = criticalPath(trace);
  assert.deepEqual(path[trace.byId.get('long')], [[10, 90]]);
  assert.deepEqual(path[trace.byId.get('short')], []);
  assert.deepEqual(path[0], [[90, 100], [0, 10]]);
});

test('criticalPath, a function after its queue, goes through both', () => {
  const trace = new Trace([span('queue', '', 0, 50), span('function', 'queue', 50, 10)]);
  assert.deepEqual(criticalPath(trace), [[[0, 50]], [[50, 60]]]);
});

test('aggregate, spans of one name, are one row with their sums', () => {
  const trace = new Trace([span('root', '', 0, 100), span('a', 'root', 0, 10, { name: 'q' }), span('b', 'root', 20, 30, { name: 'q', error: true })]);
  const [root, q] = aggregate(trace, criticalPath(trace));
  assert.equal(root.self, 60);
  assert.deepEqual([q.count, q.total, q.longest, q.errors], [2, 40, 30, 1]);
});

test('lanes, spans that overlap, lie in lanes of their own', () => {
  const trace = new Trace([span('root', '', 0, 100), span('a', 'root', 0, 50), span('b', 'root', 25, 50), span('c', 'root', 80, 10)]);
  assert.deepEqual(lanes(trace), { lane: [0, 1, 2, 1], count: 3 });
});

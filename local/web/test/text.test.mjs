import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatJson } from '../src/model/jsontext.js';
import { bytes, clock, duration, number, oneLine, perMillion, plural, visible } from '../src/model/text.js';

test('duration, each size, has three figures and its unit', () => {
  const table = [[null, '–'], [0, '0 ms'], [0.0004, '0.4 µs'], [0.84, '840 µs'], [12.34, '12.3 ms'], [999, '999 ms'], [1240, '1.24 s'], [123_000, '2 m 03 s'], [7_142_000, '1 h 59 m']];
  for (const [ms, text] of table) assert.equal(duration(ms), text);
});

test('bytes, each size, has its unit', () => {
  const table = [[0, '0 B'], [999, '999 B'], [4200, '4.2 kB'], [1_100_000, '1.1 MB'], [2_000_000_000, '2 GB'], [null, '–']];
  for (const [n, text] of table) assert.equal(bytes(n), text);
});

test('number, plural and perMillion, say what they are for', () => {
  assert.equal(number(12_345), '12,345');
  assert.equal(number(0.1 + 0.2), '0.3');
  assert.equal(plural(1, 'span'), '1 span');
  assert.equal(plural(2, 'span'), '2 spans');
  assert.equal(perMillion(0.0000021), '$2.10 / M');
  assert.match(clock(0), /^\d\d:\d\d:00\.000$/);
});

test('visible, what could mislead the eye, is escaped', () => {
  assert.equal(visible('a\u0000b\u001b[31m\u202ec'), 'a\\x00b\\x1b[31m\\u202ec');
  assert.equal(visible('a\n\tb', true), 'a\n\tb');
  assert.equal(visible('<b>ü 🐕</b>'), '<b>ü 🐕</b>');
});

test('oneLine, several lines with colours, is the first without them', () => {
  assert.equal(oneLine('\u001b[31mred\u001b[0m\tend\nmore'), 'red end …');
  assert.equal(oneLine('x'.repeat(9), 4), 'xxxx …');
  assert.equal(oneLine('end\n'), 'end');
});

test('formatJson, nested values, are indented and keep their digits', () => {
  const text = formatJson('{"id":12345678901234567890,"a":[1,{}],"s":"x,{y}"}')
    .map(({ indent, tokens }) => ' '.repeat(indent) + tokens.map(([, t]) => t).join(''))
    .join('\n');
  assert.equal(text, '{\n "id": 12345678901234567890,\n "a": [\n  1,\n  {}\n ],\n "s": "x,{y}"\n}');
});

test('formatJson, keys and values, have their kinds', () => {
  assert.deepEqual(formatJson('{"k":"s","n":null}')[1].tokens.map(([kind]) => kind), ['k', 'p', 's', 'p']);
});

test('formatJson, what is no JSON, stays as its lines', () => {
  assert.deepEqual(formatJson('plain\ntext').map(({ tokens }) => tokens[0][1]), ['plain', 'text']);
});

test('formatJson, broken and huge text, neither fails nor grows', () => {
  assert.ok(formatJson('{]}}[,,:"').length > 0);
  const [, line] = formatJson(`{"k":"${'x'.repeat(1_000_000)}"}`);
  assert.ok(line.tokens[2][1].length < 1100);
  assert.ok(formatJson(`[${'1,'.repeat(100_000)}1]`).length <= 20_001);
});

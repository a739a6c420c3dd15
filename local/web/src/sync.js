/** Keeps the state in step with the server: first the whole, then the stream. */
import { batch } from '@preact/signals';
import { get } from './net/api.js';
import { Stream } from './net/stream.js';
import { link, marks, rows, rowsChanged, session, sessionName, totals } from './state.js';

const AGAIN_MS = 1000;

const stream = new Stream({
  tick,
  reset: load,
  state: (word) => (link.value = word),
});

/** Loads the session that is chosen and, if it is the live one, follows it. */
export async function load() {
  stream.close();
  try {
    const [head, list] = await Promise.all([get('session'), get('invocations')]);
    batch(() => {
      rows.clear();
      rows.merge(list.rows);
      rowsChanged.value += 1;
      session.value = head;
      totals.value = head.totals;
      marks.value = head.marks;
      link.value = sessionName.value === 'live' ? 'live' : 'file';
    });
    if (sessionName.value === 'live') stream.open(list.after);
  } catch {
    link.value = 'lost';
    setTimeout(load, AGAIN_MS);
  }
}

/** Shows another session: `live` or the name of one that was opened. */
export function show(name) {
  sessionName.value = name;
  return load();
}

function tick(data) {
  batch(() => {
    if (data.rows || data.removed) {
      rows.merge(data.rows ?? [], data.removed);
      rowsChanged.value += 1;
    }
    if (data.totals) totals.value = data.totals;
    if (data.marks) marks.value = { ...marks.value, ...data.marks };
    if (data.session) session.value = { ...session.value, ...data.session };
  });
}

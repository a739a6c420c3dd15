/** What the page knows, as signals: a view that reads one is drawn again when it changes. */
import { computed, signal } from '@preact/signals';
import { matcher, namesOf, Rows, visibleRows } from './model/rows.js';

/** `live`, or the name of a session file that was opened. */
export const sessionName = signal('live');

/** What the server said of the session: functions, capabilities, limits; null until it answered. */
export const session = signal(null);

/** State of the stream: connecting, live, lost, paused, full. */
export const link = signal('connecting');

/** Totals since the start, also of what is no longer kept. */
export const totals = signal({});

/** The newest number of each kind of thing; a view that shows them asks for what is new. */
export const marks = signal({});

/** The invocations, and a count that changes when they do. */
export const rows = new Rows();
export const rowsChanged = signal(0);

export const filterText = signal('');
export const filterKinds = signal(new Set());
export const filterFunction = signal('');

/** Invocations that match the filter, newest first. */
export const shownRows = computed(() => {
  rowsChanged.value;
  return visibleRows(rows.list, matcher(filterText.value, filterKinds.value, filterFunction.value));
});

/** The functions, then the services of processes that sent something. */
export const names = computed(() => {
  rowsChanged.value;
  return namesOf(session.value?.functions ?? [], rows.list);
});

/** The invocation chosen to be compared with the next one, or null. */
export const compareWith = signal(null);

/** A short message at the foot of the page. */
export const toast = signal('');

let toastTimer;
export function say(text) {
  toast.value = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (toast.value = ''), 2600);
}

/** Whether the server offers an action in this session: invoke, cold, intake, replay, clear, open. */
export function can(action) {
  return sessionName.value === 'live' && Boolean(session.value?.capabilities.includes(action));
}

/**
 * Where on the page one is, as the address says it: `#/invocations/ID/trace?span=7`. Back and
 * forward work because every jump is an address.
 */
import { signal } from '@preact/signals';

export const route = signal(parse(location.hash));

addEventListener('hashchange', () => (route.value = parse(location.hash)));

/** Reads an address into its view, the rest of its path and its query. */
export function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...rest] = path.split('/').map(safeDecode);
  return { view: view || 'invocations', rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a place. */
export function address(view, rest = [], query = {}) {
  const path = [view, ...rest].map(encodeURIComponent).join('/');
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(kept).toString();
  return `#/${path}${text ? `?${text}` : ''}`;
}

/** Goes there; `replace` leaves no step for "back". */
export function go(view, rest, query, replace = false) {
  const to = address(view, rest, query);
  if (to === location.hash) return;
  if (replace) {
    history.replaceState(null, '', to);
    route.value = parse(to);
  } else {
    location.hash = to;
  }
}

/** Changes the query of the present place, without a step for "back". */
export function setQuery(changes) {
  const { view, rest, query } = route.value;
  go(view, rest, { ...query, ...changes }, true);
}

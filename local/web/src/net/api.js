/** Calls to the server. Every answer is JSON; a refusal becomes an `ApiError` that says what to do. */
import { sessionName } from '../state.js';

const TOKEN_KEY = 'sleddog-token';

/** What the server refused, or that it could not be reached (`status` 0). */
export class ApiError extends Error {
  constructor(status, message, remedy) {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}

/**
 * Takes the token out of the address, where the terminal's link puts it, so that it stays in this
 * tab and out of history and bookmarks.
 */
export function takeToken() {
  const found = /(?:^#|[#&?])token=([\w-]+)/.exec(location.hash);
  if (!found) return;
  sessionStorage.setItem(TOKEN_KEY, found[1]);
  history.replaceState(null, '', location.pathname + '#/');
}

export function hasToken() {
  return sessionStorage.getItem(TOKEN_KEY) !== null;
}

/** The path of an API call in the session that is shown. */
export function apiPath(path, query = {}) {
  const all = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') all.set(key, value);
  }
  if (sessionName.value !== 'live') all.set('session', sessionName.value);
  const text = all.toString();
  return `/api/${path}${text ? `?${text}` : ''}`;
}

/** Reads. */
export function get(path, query, signal) {
  return call(apiPath(path, query), { signal });
}

/** Writes; the server wants the token for it. */
export function post(path, body, query) {
  const raw = typeof body === 'string' || body instanceof Blob;
  return call(apiPath(path, query), {
    method: 'POST',
    headers: {
      'Content-Type': raw ? 'application/octet-stream' : 'application/json',
      'X-Sleddog-Token': sessionStorage.getItem(TOKEN_KEY) ?? '',
    },
    body: raw ? body : JSON.stringify(body ?? {}),
  });
}

/** Fetches a file that only the terminal's link may have, and gives it to the person as a download. */
export async function download(path, name) {
  const response = await fetch(apiPath(path), { headers: { 'X-Sleddog-Token': sessionStorage.getItem(TOKEN_KEY) ?? '' } });
  if (!response.ok) throw new ApiError(response.status, 'The file is not given', 'Open the link that the terminal printed last.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function call(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new ApiError(0, 'Sleddog does not answer', 'Is ./sleddog local still running in the terminal?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(response.status, answer.error ?? `The server answered ${response.status}`, answer.remedy ?? '');
  }
  return answer;
}

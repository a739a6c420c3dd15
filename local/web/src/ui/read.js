/** Reading from the server as a hook. */
import { useEffect, useState } from '../html.js';
import { get } from '../net/api.js';

/**
 * Reads a path and again when `path`, `query` or `stamp` change. The former value stays while a new
 * one of the same path is under way. A null path reads nothing.
 */
export function useRead(path, query = {}, stamp = 0) {
  const [state, setState] = useState({ path });
  const [again, setAgain] = useState(0);
  const key = JSON.stringify(query);
  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    get(path, query, stop.signal).then(
      (value) => setState({ path, value }),
      (error) => error.name === 'AbortError' || setState({ path, error }),
    );
    return () => stop.abort();
  }, [path, key, stamp, again]);
  const own = state.path === path ? state : { path };
  return { value: own.value, error: own.error, again: () => setAgain(again + 1) };
}

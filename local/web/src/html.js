/** Templates: htm bound to preact, and the hooks that views use. */
import { h } from 'preact';
import htm from 'htm';

export const html = htm.bind(h);
export { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useId } from 'preact/hooks';

/** Lays JSON out in lines of tokens, from its text and without reading its values. */
import { bytes, visible } from './text.js';

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|[^\s]/gs;
const LONGEST = 1000;
const MOST_LINES = 20_000;

/**
 * Lines `{indent, tokens}`; a token is `[kind, text]`, kind one of k (key), s, n, l (literal), p
 * (punctuation), or empty. Text that is no JSON comes back as its own lines.
 */
export function formatJson(text) {
  const start = text.trimStart()[0];
  return start === '{' || start === '[' ? new Layout(text.match(TOKEN)).lines() : plainLines(text);
}

class Layout {
  constructor(tokens) {
    this.all = tokens;
    this.done = [];
    this.line = { indent: 0, tokens: [] };
    this.depth = 0;
  }

  lines() {
    for (let i = 0; i < this.all.length && this.done.length < MOST_LINES; i++) {
      i += this.#take(this.all[i], this.all[i + 1]);
    }
    return [...this.done, this.line];
  }

  /** Takes one token and returns how many more it used up. */
  #take(token, next) {
    if (token === '{' || token === '[') return this.#open(token, next);
    if (token === '}' || token === ']') this.#close(token);
    else if (token === ',') this.#add('p', ',').#break();
    else if (token === ':') this.#add('p', ': ');
    else this.#add(kindOf(token, next), cut(token));
    return 0;
  }

  #open(token, next) {
    if (next === '}' || next === ']') {
      this.#add('p', token + next);
      return 1;
    }
    this.depth += 1;
    this.#add('p', token).#break();
    return 0;
  }

  #close(token) {
    this.depth = Math.max(0, this.depth - 1);
    this.#break();
    this.#add('p', token);
  }

  #add(kind, text) {
    this.line.tokens.push([kind, text]);
    return this;
  }

  #break() {
    this.done.push(this.line);
    this.line = { indent: this.depth, tokens: [] };
  }
}

function kindOf(token, next) {
  if (token[0] === '"') return next === ':' ? 'k' : 's';
  if (/^-?\d/.test(token)) return 'n';
  return /^(true|false|null)$/.test(token) ? 'l' : '';
}

function plainLines(text) {
  return text.split('\n', MOST_LINES).map((line) => ({ indent: 0, tokens: [['', cut(line) || ' ']] }));
}

function cut(text) {
  if (text.length <= LONGEST) return visible(text);
  return `${visible(text.slice(0, LONGEST))} … (${bytes(text.length)} in all)`;
}

/**
 * The live stream. The server numbers what it sends; after a break the page names the last number
 * it has seen and gets the rest, or a `reset` if that is gone.
 *
 * A browser allows six connections to a server. So that many open tabs do not starve each other, a
 * hidden tab gives its stream back and resumes when it is looked at again.
 */
const HIDDEN_MS = 15_000;
const RETRY_MS = [500, 1000, 2000, 4000];

export class Stream {
  /** @param on `{tick(data), reset(), state(word)}`; words: live, lost, paused, full */
  constructor(on) {
    this.on = on;
    this.last = null;
    this.tries = 0;
    document.addEventListener('visibilitychange', () => this.#visibility());
  }

  /** Opens the stream after event `last`; closes an earlier one. */
  open(last) {
    this.close();
    this.last = last;
    this.#connect();
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  #connect() {
    const source = new EventSource(`/api/stream?after=${encodeURIComponent(this.last)}`);
    this.source = source;
    source.onopen = () => {
      this.tries = 0;
      this.on.state('live');
    };
    source.addEventListener('tick', (event) => {
      this.last = event.lastEventId;
      this.on.tick(JSON.parse(event.data));
    });
    source.addEventListener('reset', () => {
      this.close();
      this.on.reset();
    });
    source.addEventListener('full', () => {
      this.close();
      this.on.state('full');
    });
    source.onerror = () => this.#retry();
  }

  #retry() {
    this.close();
    this.on.state('lost');
    const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)];
    this.tries += 1;
    this.timer = setTimeout(() => this.#connect(), wait);
  }

  #visibility() {
    clearTimeout(this.hiding);
    if (document.hidden) {
      this.hiding = setTimeout(() => this.#pause(), HIDDEN_MS);
    } else if (this.paused) {
      this.paused = false;
      this.#connect();
    }
  }

  #pause() {
    if (!this.source) return;
    this.close();
    this.paused = true;
    this.on.state('paused');
  }
}

const WAIT = 800; // milliseconds after the last tick
const RETRIES = [3000, 10000, 30000, 60000];
const TIMEOUT = 30000;

/** Thrown when the server answers that nobody is signed in. */
export class SignedOut extends Error {}

export async function callServer(url, params) {
    const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", method: "call", params }),
        signal: AbortSignal.timeout?.(TIMEOUT),
    });
    const answer = await response.json();
    if (answer.error?.code === 100) {
        throw new SignedOut();
    }
    if (!("result" in answer)) {
        throw new Error(answer.error?.message || "no answer");
    }
    return answer.result;
}

/**
 * Sends a kept sheet soon after each change, one message at a time, and again until it arrives.
 * A message that is sent twice does no harm: the server compares contents.
 */
export class SheetSender {
    constructor(url, kept, { onAnswer, onStatus }) {
        Object.assign(this, { url, kept, onAnswer, onStatus });
        this.failures = 0;
        this.running = null;
    }

    soon(wait = WAIT) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send(), wait);
    }

    /** Send what is kept; resolves to whether the server answered. */
    async send() {
        clearTimeout(this.timer);
        while (this.running) {
            await this.running;
        }
        this.running = this.sendOnce();
        const arrived = await this.running;
        this.running = null;
        return arrived;
    }

    async sendOnce() {
        const message = this.kept.message();
        this.onStatus("sending");
        try {
            this.onAnswer(message, await callServer(this.url, message));
            this.failures = 0;
            return true;
        } catch (fault) {
            this.onStatus(fault instanceof SignedOut ? "signed_out" : "kept");
            this.soon(RETRIES[Math.min(this.failures++, RETRIES.length - 1)]);
            return false;
        }
    }

    stop() {
        clearTimeout(this.timer);
    }
}

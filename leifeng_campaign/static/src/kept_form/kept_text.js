const MOST_SENT = 5;

/** What a browser keeps of one text until the server has it. */
export class KeptText {
    /** @param {string} key one for each user and form */
    constructor(key) {
        this.key = key;
        this.works = true;
        this.text = null; // {name of a field: what stands in it}
        this.seen = 0; // which text of the server's was changed
        this.sent = []; // what was sent and not answered: it may have arrived all the same
        this.read();
    }

    get isEmpty() {
        return !this.text;
    }

    read() {
        try {
            const kept = JSON.parse(localStorage.getItem(this.key) || "{}");
            this.text = kept.text || null;
            this.seen = kept.seen || 0;
            this.sent = kept.sent || [];
        } catch {
            this.works = false;
        }
    }

    write() {
        const { text, seen, sent } = this;
        try {
            if (this.isEmpty) {
                localStorage.removeItem(this.key);
            } else {
                const kept = JSON.stringify({ text, seen, sent, at: Date.now() });
                localStorage.setItem(this.key, kept);
            }
            this.works = true;
        } catch {
            this.works = false; // private browsing, or no space left
        }
    }

    drop() {
        this.text = null;
        this.sent = [];
        this.write();
    }

    message() {
        if (this.text && !this.hasSent(this.text)) {
            this.sent = [...this.sent, this.text].slice(-MOST_SENT);
        }
        this.write();
        return { ...this.text, seen: this.seen };
    }

    hasSent(text) {
        return this.sent.some((one) => isSame(one, text));
    }

    /** The server has it: a page of this tab that shows something older is fetched anew. */
    noteSaved(seen) {
        this.sent = [];
        try {
            sessionStorage.setItem(this.key, seen);
        } catch {
            // private browsing: nothing is noted
        }
    }

    /** Return, once, what the server saved last for this tab: as in ``noteSaved``, or null. */
    takeSaved() {
        try {
            const seen = sessionStorage.getItem(this.key);
            sessionStorage.removeItem(this.key);
            return seen === null ? null : Number(seen);
        } catch {
            return null;
        }
    }
}

/** Whether ``other`` has the fields of ``one``; line ends and the space around make no difference. */
export function isSame(one, other) {
    const bare = (value) =>
        typeof value === "string" ? value.replace(/\r\n/g, "\n").trim() : value || "";
    return (
        Boolean(one && other) &&
        Object.keys(one).every((name) => bare(one[name]) === bare(other[name]))
    );
}

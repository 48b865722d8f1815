/** What a browser keeps of one essay until the server has it. */
export class KeptEssay {
    /** @param {string} key one for each user and contest */
    constructor(key) {
        this.key = key;
        this.works = true;
        this.text = null;
        this.seen = 0;
        this.sent = null; // what was sent last, in case its answer never came
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
            this.sent = kept.sent || null;
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
        this.sent = null;
        this.write();
    }

    message() {
        this.sent = this.text;
        this.write();
        return { ...this.text, seen: this.seen };
    }
}

export function isSame(one, other) {
    const bare = (text) => (text || "").trim();
    return (
        Boolean(one && other) &&
        bare(one.title) === bare(other.title) &&
        bare(one.body) === bare(other.body) &&
        Boolean(one.original) === Boolean(other.original)
    );
}

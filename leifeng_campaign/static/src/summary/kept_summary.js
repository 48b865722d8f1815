/** What a browser keeps of one summary until the server has it. */
export class KeptSummary {
    /** @param {string} key one for each user and department */
    constructor(key) {
        this.key = key;
        this.works = true;
        this.texts = null; // {name of a part: text}
        this.base = null; // what the server had when typing began
        this.posted = false; // whether the form was sent with all of it
        this.read();
    }

    read() {
        try {
            const kept = JSON.parse(localStorage.getItem(this.key) || "{}");
            this.texts = kept.texts || null;
            this.base = kept.base || null;
            this.posted = Boolean(kept.posted);
        } catch {
            this.works = false;
        }
    }

    write() {
        const { texts, base, posted } = this;
        try {
            if (texts) {
                const kept = JSON.stringify({ texts, base, posted, at: Date.now() });
                localStorage.setItem(this.key, kept);
            } else {
                localStorage.removeItem(this.key);
            }
            this.works = true;
        } catch {
            this.works = false; // private browsing, or no space left
        }
    }

    drop() {
        this.texts = null;
        this.base = null;
        this.posted = false;
        this.write();
    }

    message() {
        return { ...this.texts };
    }
}

/** Line ends and the space around a text make no difference, nor does the part ``but``. */
export function isSame(one, other, but = "") {
    const bare = (texts, name) => (texts[name] || "").replace(/\r\n/g, "\n").trim();
    return (
        Boolean(one && other) &&
        Object.keys({ ...one, ...other }).every(
            (name) => name === but || bare(one, name) === bare(other, name)
        )
    );
}

/** What a phone keeps of one sheet until the server has it, in the browser's own storage. */

export const PREFIX = "leifeng_sheet:";
const DAYS = 30;

export class KeptSheet {
    /** @param {string} key one for each user and session */
    constructor(key) {
        this.key = key;
        this.works = true;
        this.rows = {};
        this.walkIns = {};
        this.results = null;
        this.read();
    }

    get isEmpty() {
        return !this.results && !Object.keys({ ...this.rows, ...this.walkIns }).length;
    }

    read() {
        try {
            const kept = JSON.parse(localStorage.getItem(this.key) || "{}");
            this.rows = kept.rows || {};
            this.walkIns = kept.walkIns || {};
            this.results = kept.results || null;
        } catch {
            this.works = false;
        }
    }

    write() {
        const { rows, walkIns, results } = this;
        try {
            if (this.isEmpty) {
                localStorage.removeItem(this.key);
            } else {
                const text = JSON.stringify({ rows, walkIns, results, at: Date.now() });
                localStorage.setItem(this.key, text);
            }
            this.works = true;
        } catch {
            this.works = false; // private browsing, or no space left
        }
    }

    drop() {
        this.rows = {};
        this.walkIns = {};
        this.results = null;
        this.write();
    }

    /** What is to be sent: everything that doesn't wait for an answer of the keeper. */
    message() {
        const ready = (entry) => entry && !entry.waits;
        const bare = ({ waits, ...entry }) => entry;
        return {
            rows: Object.values(this.rows).filter(ready).map(bare),
            walk_ins: Object.values(this.walkIns)
                .filter(ready)
                .map((person) => ({ employee_id: person.employee_id })),
            results: ready(this.results) ? bare(this.results) : null,
        };
    }
}

export function keptKeys() {
    try {
        return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
        return [];
    }
}

/** Remove sheets that nobody came back to. */
export function dropOldSheets(now = Date.now()) {
    for (const key of keptKeys()) {
        try {
            const { at } = JSON.parse(localStorage.getItem(key));
            if (now - at > DAYS * 24 * 3600 * 1000) {
                localStorage.removeItem(key);
            }
        } catch {
            localStorage.removeItem(key);
        }
    }
}

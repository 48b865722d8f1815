/**
 * Counts a text as the contest does; the rules come from the server, as in tools/essay_text.py.
 */
export class EssayCount {
    /** @param {string} rules JSON of regular expressions */
    constructor(rules) {
        const { unseen, apostrophe, counted, mark } = JSON.parse(rules);
        this.unseen = new RegExp(unseen, "gu");
        try {
            this.apostrophe = new RegExp(apostrophe, "gu");
        } catch {
            this.apostrophe = ""; // a browser that can't look behind: don’t is counted as two
        }
        this.counted = new RegExp(counted, "gu");
        this.mark = mark && new RegExp(mark, "u");
    }

    of(text) {
        const plain = text.replace(this.unseen, "").replace(this.apostrophe, "'");
        const found = plain.match(this.counted) || [];
        return found.filter((each) => !this.mark || !this.mark.test(each)).length;
    }
}

import { Interaction } from "@web/public/interaction";

import { EssayCount } from "../essay/essay_count";
import { dropOldSheets } from "../lead_sheet/kept_sheet";
import { SheetSender } from "../lead_sheet/sheet_sender";
import { FormPage } from "./form_page";
import { isSame, KeptText } from "./kept_text";

const WAIT = 2000; // milliseconds after the last key

/**
 * Saves a text while it is written: what is typed is kept in the browser at once, sent when
 * typing stops, and removed when the server has it. Without this script the page is a plain form.
 * Where the text was changed elsewhere meanwhile, the writer says which one stays.
 */
export class KeptForm extends Interaction {
    dynamicContent = {
        _root: { "t-on-input": this.onInput, "t-on-submit": this.onSubmit },
        _window: { "t-on-online": () => this.kept.isEmpty || this.sender.soon(0) },
        ".o_leifeng_ask": { "t-on-click": this.onAsk },
    };

    setup() {
        dropOldSheets();
        this.page = new FormPage(this.el);
        this.count = new EssayCount(this.el.dataset.rules);
        this.kept = new KeptText(this.el.dataset.key);
        this.theirs = null;
        this.sender = new SheetSender(`${this.el.dataset.url}/save`, this.kept, {
            onAnswer: (message, answer) => this.onAnswer(message, answer),
            onStatus: (name) => this.onStatus(name),
        });
    }

    start() {
        if (this.isOlder()) {
            return location.replace(location.href);
        }
        if (this.el.dataset.filled) {
            this.kept.drop(); // the file has replaced it
        } else if (!this.kept.isEmpty) {
            this.restore();
        } else if (this.page.isTouched) {
            this.keep(); // typed before this script has come
        }
        this.showCount();
    }

    destroy() {
        this.sender.stop();
    }

    /** Whether the page left the server before what was saved arrived there, or is a stored one. */
    isOlder() {
        const saved = this.kept.takeSaved();
        const fresh = saved === null || saved === this.page.seen || this.el.dataset.filled;
        return !fresh && !this.page.isTouched;
    }

    /** Bring back what wasn't sent; ask where the text was changed elsewhere meanwhile. */
    restore() {
        const here = this.page.read();
        if (isSame(this.kept.text, here)) {
            return this.kept.drop();
        }
        this.page.write(this.kept.text);
        if (this.kept.seen === this.page.seen || this.kept.hasSent(here)) {
            this.kept.seen = this.page.seen;
            this.changed();
        } else {
            this.conflict({ ...here, seen: this.page.seen });
        }
    }

    // -- Typing

    onInput(ev) {
        if (this.page.fields.includes(ev.target)) {
            this.keep();
        }
    }

    keep() {
        if (this.kept.isEmpty) {
            this.kept.seen = this.page.seen;
        }
        this.kept.text = this.page.read();
        this.showCount();
        this.changed();
    }

    changed() {
        this.kept.write();
        this.onStatus("kept");
        if (!this.theirs && !this.el.dataset.closed) {
            this.sender.soon(WAIT);
        }
    }

    // -- What a page has of its own

    showCount() {}

    /** @param {Object} _saved what the server answered */
    onSaved(_saved) {}

    // -- The server's answer

    onAnswer({ seen, ...sent }, { saved, theirs, refused }) {
        if (refused) {
            return this.page.status("refused", refused);
        }
        const ours = saved || (this.kept.hasSent(theirs) && theirs); // it had arrived before
        if (!ours) {
            return this.conflict(theirs);
        }
        this.page.seen = this.kept.seen = ours.seen;
        this.kept.noteSaved(ours.seen);
        this.onSaved(ours);
        if (isSame(this.kept.text, saved ? sent : theirs)) {
            this.kept.drop();
            this.onStatus("saved");
        } else if (this.kept.text) {
            this.changed();
        }
    }

    onStatus(name) {
        if (name === "sending" && this.kept.isEmpty) {
            return;
        }
        const lost = ["kept", "sending"].includes(name) && !this.kept.works;
        this.page.status(lost ? "unkept" : name);
    }

    // -- Changed in two places

    conflict(theirs) {
        this.theirs = theirs;
        this.sender.stop();
        this.page.ask(theirs);
        this.page.status("asks");
    }

    onAsk(ev) {
        const choice = ev.target.dataset.ask;
        if (!choice || !this.theirs) {
            return;
        }
        const theirs = this.theirs;
        this.theirs = null;
        this.page.ask(null);
        this.page.seen = this.kept.seen = theirs.seen;
        if (choice === "theirs") {
            this.page.write(theirs);
        }
        this.keep();
    }

    // -- Buttons

    async onSubmit(ev) {
        const act = ev.submitter?.value || "save";
        if (this.el.dataset.closed) {
            return;
        }
        ev.preventDefault();
        if (this.theirs) {
            return this.el.querySelector(".o_leifeng_ask").scrollIntoView();
        }
        if (!this.kept.text) {
            this.kept.text = this.page.read();
        }
        const arrived = await this.sender.send();
        if (!arrived) {
            return this.page.status("no_submit");
        }
        if (act !== "save" && !this.theirs) {
            this.sendForm(act);
        }
    }

    /** The plain form does the rest, and says what is missing. */
    sendForm(act) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "act", value: act });
        this.el.append(field);
        this.el.submit();
    }
}

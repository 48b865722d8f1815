import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { dropOldSheets } from "../lead_sheet/kept_sheet";
import { SheetSender } from "../lead_sheet/sheet_sender";
import { EssayCount } from "./essay_count";
import { EssayPage } from "./essay_page";
import { isSame, KeptEssay } from "./kept_essay";

const WAIT = 2000; // milliseconds after the last key

/**
 * Saves an essay while it is written: what is typed is kept in the browser at once, sent when
 * typing stops, and removed when the server has it. Without this script the page is a plain form.
 */
export class EssayWrite extends Interaction {
    static selector = "form.o_leifeng_essay_form[data-key]"; // a reflection looks alike
    dynamicContent = {
        _root: { "t-on-input": this.onInput, "t-on-submit": this.onSubmit },
        _window: { "t-on-online": () => this.sender.soon(0) },
        ".o_leifeng_ask": { "t-on-click": this.onAsk },
    };

    setup() {
        dropOldSheets();
        this.page = new EssayPage(this.el);
        this.count = new EssayCount(this.el.dataset.rules);
        this.kept = new KeptEssay(this.el.dataset.key);
        this.theirs = null;
        this.sender = new SheetSender(`${this.el.dataset.url}/save`, this.kept, {
            onAnswer: (message, answer) => this.onAnswer(message, answer),
            onStatus: (name) => this.onStatus(name),
        });
    }

    start() {
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

    /** Bring back what wasn't sent; ask where the essay was changed elsewhere meanwhile. */
    restore() {
        const here = this.page.read();
        if (isSame(this.kept.text, here)) {
            return this.kept.drop();
        }
        this.page.write(this.kept.text);
        if (this.kept.seen === this.page.seen || isSame(this.kept.sent, here)) {
            this.kept.seen = this.page.seen;
            this.changed();
        } else {
            this.conflict({ ...here, seen: this.page.seen });
        }
    }

    // -- Typing

    onInput(ev) {
        if (["title", "body", "original"].includes(ev.target.name)) {
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

    showCount() {
        this.page.showCount(this.count.of(this.page.read().body));
    }

    // -- The server's answer

    onAnswer({ seen, ...sent }, { saved, theirs, refused }) {
        if (refused) {
            return this.page.status("refused", refused);
        }
        if (theirs && isSame(theirs, this.kept.sent)) {
            saved = theirs; // it had arrived, the answer hadn't
        }
        if (!saved) {
            return this.conflict(theirs);
        }
        this.page.seen = this.kept.seen = saved.seen;
        this.page.showNames(saved.names);
        if (isSame(this.kept.text, sent)) {
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

registry.category("public.interactions").add("leifeng_campaign.essay_write", EssayWrite);

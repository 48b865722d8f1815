import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { EssayCount } from "../essay/essay_count";
import { dropOldSheets } from "../lead_sheet/kept_sheet";
import { SheetSender } from "../lead_sheet/sheet_sender";
import { isSame, KeptSummary } from "./kept_summary";

const WAIT = 2000; // milliseconds after the last key

/**
 * Saves a department's summary while it is written: what is typed is kept in the browser at once,
 * sent when typing stops, and removed when the server has it. Without it the page is a plain form.
 */
export class SummaryWrite extends Interaction {
    static selector = "form.o_leifeng_summary_form";
    dynamicContent = {
        _root: { "t-on-input": this.onInput, "t-on-submit": this.onSubmit },
        _window: { "t-on-online": () => this.kept.texts && this.sender.soon(0) },
    };

    setup() {
        dropOldSheets();
        this.areas = [...this.el.querySelectorAll("textarea")];
        this.count = new EssayCount(this.el.dataset.rules);
        this.kept = new KeptSummary(this.el.dataset.key);
        this.came = this.read("defaultValue");
        this.sender = new SheetSender(`${this.el.dataset.url}/save`, this.kept, {
            onAnswer: (message, answer) => this.onAnswer(message, answer),
            onStatus: (name) => this.status(name),
        });
    }

    start() {
        if (this.kept.texts) {
            this.restore();
        } else if (!isSame(this.read(), this.came)) {
            this.onInput(); // typed before this script has come
        }
        this.showCount();
    }

    destroy() {
        this.sender.stop();
    }

    read(property = "value") {
        return Object.fromEntries(this.areas.map((area) => [area.name, area[property]]));
    }

    /** Bring back what wasn't sent; show it beside where the summary was changed meanwhile. */
    restore() {
        const { texts, base, posted } = this.kept;
        // the form may have asked for the facts to be drafted anew
        if (isSame(texts, this.came, posted ? "summary_facts" : "")) {
            return this.kept.drop();
        }
        if (isSame(base, this.came)) {
            this.areas.forEach((area) => (area.value = texts[area.name] ?? area.value));
            return this.onInput();
        }
        const el = this.el.querySelector(".o_leifeng_kept");
        el.querySelector("div").textContent = Object.values(texts).filter(Boolean).join("\n\n");
        el.hidden = false;
    }

    onInput() {
        this.kept.base = this.kept.texts ? this.kept.base : this.came;
        this.kept.texts = this.read();
        this.kept.posted = false;
        this.kept.write();
        this.showCount();
        this.status("kept");
        this.sender.soon(WAIT);
    }

    showCount() {
        const el = this.el.querySelector(".o_leifeng_count");
        const most = Number(el.dataset.most);
        const texts = Object.values(this.read());
        const count = texts.reduce((sum, text) => sum + this.count.of(text), 0);
        el.querySelector("[data-count]").textContent = count;
        el.classList.toggle("o_leifeng_count_over", Boolean(most) && count > most);
    }

    onAnswer(sent, { refused }) {
        if (refused) {
            return this.status("refused", refused);
        }
        this.came = sent;
        if (isSame(this.kept.texts, sent)) {
            this.kept.drop();
            this.status("saved");
        } else if (this.kept.texts) {
            this.kept.base = sent;
            this.kept.write();
            this.sender.soon(WAIT);
        }
    }

    status(name, sentence = "") {
        const lost = ["kept", "sending"].includes(name) && !this.kept.works;
        for (const el of this.el.querySelectorAll("[data-status]")) {
            el.hidden = el.dataset.status !== (lost ? "unkept" : name);
        }
        this.el.querySelector("[data-status=refused]").textContent = sentence;
    }

    /** The form sends all that was typed; what the browser keeps goes when the page comes back. */
    onSubmit() {
        this.sender.stop();
        this.kept.posted = true;
        this.kept.write();
    }
}

registry.category("public.interactions").add("leifeng_campaign.summary_write", SummaryWrite);

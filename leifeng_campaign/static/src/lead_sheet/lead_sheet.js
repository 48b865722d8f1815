import { Interaction } from "@web/public/interaction";
import { registry } from "@web/core/registry";

import { dropOldSheets, KeptSheet } from "./kept_sheet";
import { LeadSheetPeople } from "./lead_sheet_people";
import { SheetPage } from "./sheet_page";
import { SheetSender } from "./sheet_sender";

/**
 * The sign-in sheet on a bad connection: every tick is kept on the phone at once, sent when it
 * can be, and removed when the server has it. Without this script the page is a plain form.
 */
export class LeadSheet extends Interaction {
    static selector = "form.o_leifeng_sheet";
    dynamicContent = {
        _root: { "t-on-submit": this.onSubmit },
        _window: { "t-on-online": () => this.sender.soon(0) },
        ".o_leifeng_rows": { "t-on-input": this.onRow, "t-on-click": this.onRowClick },
        ".o_leifeng_results": { "t-on-input": this.onResults, "t-on-click": this.onResultsClick },
        ".o_leifeng_left_drop": { "t-on-click": this.onDrop },
    };

    setup() {
        dropOldSheets();
        this.page = new SheetPage(this.el);
        this.kept = new KeptSheet(this.el.dataset.key);
        this.theirs = {};
        this.sender = new SheetSender(`${this.el.dataset.url}/save`, this.kept, {
            onAnswer: (message, answer) => this.onAnswer(message, answer),
            onStatus: (name) => this.onStatus(name),
        });
        this.people = new LeadSheetPeople(this);
    }

    start() {
        if (this.el.dataset.closed) {
            return this.showLeft();
        }
        this.el.querySelector(".o_leifeng_save").hidden = true;
        for (const words of document.querySelectorAll("[data-words=again]")) {
            words.hidden = false;
        }
        this.keepEarly();
        this.restore();
        if (!this.kept.isEmpty) {
            this.sender.soon(0);
        }
    }

    destroy() {
        this.sender.stop();
    }

    // -- What was kept before the page was opened again

    /** On a slow phone people tick before this script has come. */
    keepEarly() {
        for (const el of this.el.querySelectorAll(".o_leifeng_row")) {
            if (this.page.isTouched(el)) {
                this.keepRow(el.dataset.id);
            }
        }
        if (this.page.isTouched(this.page.resultsEl)) {
            this.onResults();
        }
    }

    restore() {
        for (const [id, row] of Object.entries(this.kept.rows)) {
            delete row.waits;
            if (this.page.rowEl(id)) {
                this.page.writeRow(id, row);
            }
        }
        if (this.kept.results) {
            delete this.kept.results.waits;
            this.page.writeResults(this.kept.results);
        }
        this.people.showJoining();
    }

    /** The sheet was closed meanwhile: show what it didn't take, until somebody removes it. */
    showLeft() {
        const left = this.el.querySelector(".o_leifeng_left");
        const list = left.querySelector(".o_leifeng_left_list");
        const entries = [
            ...Object.entries(this.kept.rows).map(([id, row]) => this.rowWords(id, row)),
            ...Object.values(this.kept.walkIns).map((person) => person.name),
            ...(this.kept.results ? [this.resultWords(this.kept.results)] : []),
        ];
        list.replaceChildren(
            ...entries.map((words) => {
                const item = document.createElement("li");
                item.textContent = words;
                return item;
            })
        );
        left.hidden = !entries.length;
        this.page.status(entries.length ? "closed" : "");
    }

    rowWords(id, row) {
        const name = this.page.rowEl(id)?.querySelector(".o_leifeng_name").textContent || "";
        const label = this.el.querySelector(`[for$="_${row.attendance}"]`)?.textContent || "";
        const times = row.attendance === "present" ? `${row.time_in}–${row.time_out}` : "";
        return [row.name || name, label, times, row.break_minutes].filter(Boolean).join(" ");
    }

    resultWords({ seen, waits, ...values }) {
        return Object.values(values).filter(Boolean).join(" ");
    }

    onDrop() {
        this.kept.drop();
        this.showLeft();
    }

    // -- Ticks

    onRow(ev) {
        const id = ev.target.closest(".o_leifeng_row")?.dataset.id;
        if (id) {
            this.keepRow(id);
        }
    }

    keepRow(id) {
        const name = this.page.rowEl(id).querySelector(".o_leifeng_name").textContent;
        this.kept.rows[id] = { ...this.page.readRow(id), name };
        this.page.say(this.page.rowEl(id), "");
        this.changed();
    }

    onResults() {
        this.kept.results = this.page.readResults();
        this.page.say(this.page.resultsEl, "");
        this.changed();
    }

    changed() {
        this.kept.write();
        this.onStatus("kept");
        this.sender.soon();
    }

    everyone() {
        for (const el of this.el.querySelectorAll(".o_leifeng_row")) {
            if (!el.querySelector("[type=radio]:checked")) {
                el.querySelector("[type=radio][value=present]").checked = true;
                this.keepRow(el.dataset.id);
            }
        }
    }

    // -- The server's answer

    onAnswer(message, answer) {
        if (answer.closed) {
            return this.onClosed(answer.closed);
        }
        message.rows.forEach((sent, index) => this.onRowOutcome(sent, answer.rows[index]));
        this.people.onOutcomes(answer.walk_ins);
        if (message.results) {
            this.onResultsOutcome(message.results, answer.results);
        }
        this.kept.write();
        const rest = this.kept.message();
        const more = rest.rows.length || rest.walk_ins.length || rest.results;
        this.onStatus(this.kept.isEmpty ? "saved" : more ? "kept" : "asks");
        if (more) {
            this.sender.soon();
        }
    }

    onRowOutcome(sent, outcome) {
        const id = sent.id;
        const el = this.page.rowEl(id);
        const same = isSame(this.kept.rows[id], sent);
        if (!outcome.values || !el) {
            delete this.kept.rows[id];
            el?.remove();
        } else if (outcome.status === "saved") {
            this.page.input(`seen_${id}`).value = outcome.values.seen;
            if (same) {
                delete this.kept.rows[id];
            } else if (this.kept.rows[id]) {
                this.kept.rows[id].seen = outcome.values.seen;
            }
        } else if (same) {
            this.kept.rows[id].waits = true;
            this.theirs[id] = outcome.values;
            this.page.say(el, outcome.message, outcome.status === "conflict");
        }
    }

    onResultsOutcome(sent, outcome) {
        const same = isSame(this.kept.results, sent);
        if (outcome.status === "saved") {
            this.page.input("result_seen").value = outcome.values.seen;
            if (same) {
                this.kept.results = null;
            } else if (this.kept.results) {
                this.kept.results.seen = outcome.values.seen;
            }
        } else if (same) {
            this.kept.results.waits = true;
            this.theirs.results = outcome.values;
            this.page.say(this.page.resultsEl, outcome.message, outcome.status === "conflict");
        }
    }

    onClosed(sentence) {
        const alert = document.createElement("div");
        alert.className = "alert alert-warning";
        alert.setAttribute("role", "alert");
        alert.dataset.leifeng = "refusal";
        alert.textContent = sentence;
        this.el.before(alert);
        this.el.dataset.closed = "1";
        for (const el of this.el.querySelectorAll("fieldset, [name=do]")) {
            el.disabled = true;
        }
        this.showLeft();
    }

    onStatus(name) {
        const lost = ["kept", "sending"].includes(name) && !this.kept.works;
        this.page.status(lost ? "unkept" : name);
    }

    // -- Two people wrote the same row

    onRowClick(ev) {
        const id = ev.target.closest(".o_leifeng_row")?.dataset.id;
        if (this.el.dataset.early) {
            this.onMarkAgain(id, ev);
        }
        const choice = ev.target.dataset.ask;
        if (choice && this.theirs[id]) {
            this.page.input(`seen_${id}`).value = this.theirs[id].seen;
            if (choice === "theirs") {
                this.page.writeRow(id, this.theirs[id]);
            }
            delete this.theirs[id];
            this.keepRow(id);
        }
    }

    /** Before the session nobody needs a mark: the chosen one, pressed again, is taken back. */
    onMarkAgain(id, ev) {
        const radio = ev.target.closest("label")?.control;
        if (radio?.type === "radio" && radio.checked) {
            ev.preventDefault();
            radio.checked = false;
            this.keepRow(id);
        }
    }

    onResultsClick(ev) {
        const { theirs } = this;
        if (ev.target.dataset.ask && theirs.results) {
            this.page.input("result_seen").value = theirs.results.seen;
            if (ev.target.dataset.ask === "theirs") {
                this.page.writeResults(theirs.results);
            }
            delete theirs.results;
            this.onResults();
        }
    }

    // -- Buttons

    async onSubmit(ev) {
        const [pressed, number] = (ev.submitter?.value || "save").split(":");
        const typing = document.activeElement?.matches(".o_leifeng_search");
        const act = pressed === "save" && typing ? "search" : pressed;
        const here = { everyone: this.everyone, save: () => this.sender.send() };
        ev.preventDefault();
        if (act in here) {
            here[act].call(this);
        } else if (act === "confirm") {
            await this.confirm();
        } else if (act === "remove") {
            const { name } = this.kept.rows[number] || {};
            this.kept.rows[number] = { id: Number(number), remove: true, name };
            this.changed();
        } else {
            await this.people.onSubmit(act, ev.submitter);
        }
    }

    /** Send the rest first; then the plain form confirms, and says what is missing. */
    async confirm() {
        const arrived = await this.sender.send();
        if (!arrived) {
            return this.onStatus("no_confirm");
        }
        if (!this.kept.isEmpty || this.el.dataset.closed) {
            return;
        }
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "do", value: "confirm" });
        this.el.append(field);
        this.el.submit();
    }
}

/** Whether a kept entry says still what was sent; marks of our own don't count. */
function isSame(kept, sent) {
    return Boolean(kept) && Object.keys(sent).every((name) => kept[name] === sent[name]);
}

registry.category("public.interactions").add("leifeng_campaign.lead_sheet", LeadSheet);

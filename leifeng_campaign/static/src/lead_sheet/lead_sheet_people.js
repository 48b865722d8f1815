import { callServer } from "./sheet_sender";

/** People who came without a sign-up: looked up by name, kept like every tick. */
export class LeadSheetPeople {
    constructor(sheet) {
        this.sheet = sheet;
        this.el = sheet.el.querySelector("[data-leifeng=people]");
    }

    async onSubmit(act, button) {
        if (act === "add") {
            this.add(Number(button.value.split(":")[1]), button);
        } else {
            await this.lookUp();
        }
    }

    async lookUp() {
        const name = this.el.querySelector(".o_leifeng_search").value;
        const offline = this.el.querySelector("[data-status=offline]");
        try {
            const url = `${this.sheet.el.dataset.url}/colleagues`;
            const { found, hint } = await callServer(url, { name });
            this.show(found, hint);
            offline.hidden = true;
        } catch {
            this.show([], "");
            offline.hidden = false;
        }
    }

    show(found, hint) {
        this.el.querySelector(".o_leifeng_hint").textContent = hint;
        this.el.querySelector(".o_leifeng_found").replaceChildren(...found.map(personButton));
    }

    add(number, button) {
        const name = button.dataset.name || button.textContent.trim();
        this.sheet.kept.walkIns[number] = { employee_id: number, name };
        this.show([], "");
        this.el.querySelector(".o_leifeng_search").value = "";
        this.el.querySelector(".o_leifeng_people_faults").replaceChildren();
        this.showJoining();
        this.sheet.changed();
    }

    /** Show who was added here and isn't on the server's sheet yet. */
    showJoining() {
        const names = Object.values(this.sheet.kept.walkIns).map((person) => {
            const item = document.createElement("li");
            item.textContent = person.name;
            return item;
        });
        this.el?.querySelector(".o_leifeng_joining").replaceChildren(...names);
    }

    onOutcomes(outcomes) {
        for (const { employee_id, row, message } of outcomes) {
            delete this.sheet.kept.walkIns[employee_id];
            if (row) {
                this.sheet.page.addRow(row);
            } else {
                const fault = document.createElement("div");
                fault.textContent = message;
                this.el.querySelector(".o_leifeng_people_faults").append(fault);
            }
        }
        this.showJoining();
    }
}

function personButton({ id, name, department }) {
    const button = document.createElement("button");
    Object.assign(button, { type: "submit", name: "do", value: `add:${id}` });
    button.className = "btn btn-light border";
    button.dataset.name = name;
    button.textContent = `${name} ${department}`;
    return button;
}

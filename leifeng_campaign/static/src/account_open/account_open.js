import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

/**
 * Open accounts chunk by chunk. Each call is a transaction of its own, so that whatever stops this
 * loop, what was made stays made and the next click goes on from there.
 */
async function openAccounts(env, action) {
    const { wizard_id: wizardId, total } = action.params;
    const { orm, ui } = env.services;
    let answer = { left: total };
    do {
        const made = total - answer.left;
        ui.block({ message: _t("Opening accounts: %(made)s of %(total)s", { made, total }) });
        try {
            answer = await orm.silent.call("leifeng.account.open", "action_open_chunk", [wizardId]);
        } finally {
            ui.unblock();
        }
    } while (answer.left);
    return answer.action;
}

registry.category("actions").add("leifeng_account_open", openAccounts);

import { invalid } from "../../kernel/index.js";
import { Person, Team, seesPerson } from "../../people/index.js";
/**
 * Who may become the keeper of a customer: an active person whom the actor sees, and a team that is the person's, the actor's or one that the actor sees; anything else
 * is refused beside its field as if it did not exist.
 */
export async function keeperFor(tx, actor, { ownerId, teamId }) {
    const owner = ownerId !== null && seesPerson(actor, ownerId) ? await tx.findOneBy(Person, { id: ownerId }) : null;
    if (ownerId !== null && (!owner || owner.state === 'disabled'))
        throw invalid('ownerId', 'unknown_person');
    const keptBy = teamId === undefined ? (owner?.teamId ?? null) : teamId;
    if (keptBy !== null && teamId !== undefined && !(await mayKeep(tx, actor, keptBy, owner)))
        throw invalid('teamId', 'unknown_team');
    if (!isInSight(actor, ownerId, keptBy))
        throw invalid('ownerId', 'out_of_your_sight');
    return { ownerId, teamId: keptBy };
}
// Nobody puts a customer where they could not see it any more.
const isInSight = ({ sees }, ownerId, teamId) => sees.all || sees.ownerIds.some((id) => id === ownerId) || sees.teamIds.some((id) => id === teamId);
async function mayKeep(tx, actor, teamId, owner) {
    const isNear = actor.sees.all || teamId === actor.teamId || teamId === owner?.teamId || actor.sees.teamIds.includes(teamId);
    const team = isNear ? await tx.findOneBy(Team, { id: teamId }) : null;
    return team !== null && team.archivedAt === null;
}

// Who may give and end which office, who may see whom, and how patience with wrong passwords ends. Nothing here reads a
// database or a clock: the server obeys it, and the pages ask the same.
import { holds, organisationsOf, recordKeepers, type Role, type Viewer } from '#platform/auth/viewer.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Office } from './model.ts'

type Place = Pick<Office, 'role' | 'organisationId'>

/** Who gives offices at their organisation and its units: always lesser ones than their own. The administrator gives all. */
const gives: Partial<Record<Role, Role[]>> = {
  director: ['secretariat', 'signatory', 'coordinator', 'committee-member', 'faculty', 'student'],
  secretariat: ['coordinator', 'committee-member', 'faculty', 'student'],
}

/** The offices whose holders speak for their organisation to others: any colleague elsewhere may know who they are. */
export const publicRoles: Role[] = ['administrator', 'director', 'signatory', 'coordinator', 'secretariat', 'committee-member', 'ministry-observer']

/** The roles this viewer may give at an organisation (nothing: at the installation itself). */
export function rolesToGive(viewer: Viewer, organisationId: Id | null): Role[] {
  if (viewer.admin) return organisationId === null ? ['administrator'] : [...gives.director!, 'director', 'ministry-observer']
  if (organisationId === null) return []
  return [...new Set(viewer.offices.filter(({ within }) => within.includes(organisationId)).flatMap(({ role }) => gives[role] ?? []))]
}

/** The organisations at which this viewer may give any office; the administrator may everywhere. */
export const organisationsToGiveAt = (viewer: Viewer): Id[] => organisationsOf(viewer, 'director', 'secretariat')

export function whyNotGive(office: Place, viewer: Viewer): Reason | undefined {
  if (viewer.admin) return undefined
  if (office.organisationId === null) return 'people.only-an-administrator'
  const roles = rolesToGive(viewer, office.organisationId)
  if (roles.length === 0) return 'people.not-your-organisation'
  return roles.includes(office.role) ? undefined : 'people.office-too-high'
}

type Step = 'change' | 'end'
type Ending = { lastAdministrator: boolean; today: Day }

/** An office may be laid down by its holder, and changed or ended by those who could have given it. */
export function whyNotOffice(step: Step, office: Office, viewer: Viewer, { lastAdministrator, today }: Ending): Reason | undefined {
  if (office.vacatedAt || (office.endsOn && office.endsOn < today)) return 'people.office-is-over'
  const own = step === 'end' && office.personId === viewer.id
  const refused = own ? undefined : whyNotGive(office, viewer)
  if (refused) return refused
  return office.role === 'administrator' && lastAdministrator ? 'people.last-administrator' : undefined
}

/** Names, and the mail address of one who has not joined: by those who keep records where the person holds an office. */
export function whyNotEdit(person: { id: Id; offices: Place[] }, viewer: Viewer): Reason | undefined {
  if (viewer.admin || person.id === viewer.id) return undefined
  return person.offices.some((office) => !whyNotGive(office, viewer)) ? undefined : 'people.not-your-organisation'
}

/** An invitation opens everything a person holds: only who could have given all of it may send one, or say where to. */
export function whyNotInvite(person: { offices: Place[] }, viewer: Viewer): Reason | undefined {
  if (person.offices.length === 0 && !viewer.admin) return 'people.only-an-administrator'
  return person.offices.map((office) => whyNotGive(office, viewer)).find(Boolean)
}

/** A learner's or a teacher's place is known within their own organisation; the other offices speak to the outside. */
export function seesOffice(viewer: Viewer, { personId, role, organisationId }: Office): boolean {
  return viewer.admin || personId === viewer.id || publicRoles.includes(role) || (organisationId !== null && holds(viewer, organisationId))
}

/** Only the administrator closes accounts, and never the last one who could open them again. */
export function whyNotClose(person: { id: Id; closedAt: string | null; lastAdministrator: boolean }, viewer: Viewer): Reason | undefined {
  if (!viewer.admin) return 'people.only-an-administrator'
  if (person.closedAt) return 'people.already-closed'
  return person.lastAdministrator ? 'people.last-administrator' : undefined
}

/** A mail address is for those who keep records in the same organisation, for its owner, and for administrators. */
export function seesEmail(viewer: Viewer, person: { id: Id; offices: Place[] }): boolean {
  return viewer.admin || viewer.id === person.id ||
    person.offices.some(({ organisationId }) => organisationId !== null && holds(viewer, organisationId, ...recordKeepers))
}

export function whyNotAct(officeId: Id, viewer: Viewer): Reason | undefined {
  return viewer.offices.some(({ id }) => id === officeId) ? undefined : 'people.not-your-office'
}

/** A passkey may go as long as another way in stays: a letter with a link counts when letters leave the house. */
export function whyNotRemovePasskey(ways: { passkeys: number; hasPassword: boolean; lettersLeave: boolean }): Reason | undefined {
  return ways.passkeys > 1 || ways.hasPassword || ways.lettersLeave ? undefined : 'people.last-way-in'
}

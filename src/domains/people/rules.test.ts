// Who may give which office, see whom, and how patience ends.
import { expect, test } from 'vitest'
import { person } from '#test/world.ts'
import { roles } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import type { Office } from './model.ts'
import { rolesToGive, seesEmail, seesOffice, whyNotClose, whyNotEdit, whyNotGive, whyNotInvite, whyNotOffice, whyNotRemovePasskey } from './rules.ts'
import { waitAfter, waitAtAddress } from './sign-in/patience.ts'

const [university, faculty, elsewhere] = [newId(), newId(), newId()]
const administrator = person('Administrator', { role: 'administrator', at: null })
const director = person('Director', { role: 'director', at: university, within: [university, faculty] })
const secretary = person('Secretary', { role: 'secretariat', at: university, within: [university, faculty] })
const stranger = person('Stranger', { role: 'director', at: elsewhere })
const student = person('Student', { role: 'student', at: faculty })
const office = (role: Office['role'], organisationId: string | null, more: Partial<Office> = {}): Office =>
  ({ id: newId(), personId: newId(), role, organisationId, organisation: null, title: null, startsOn: '2026-01-01', endsOn: null, vacatedAt: null, source: null, example: false, ...more })
const now = { lastAdministrator: false, today: '2026-03-02' }

test('everyone gives only lesser offices, at their own organisation and its units', () => {
  expect(roles.filter((role) => !whyNotGive({ role, organisationId: faculty }, director))).toEqual(['signatory', 'coordinator', 'secretariat', 'committee-member', 'faculty', 'student'])
  expect(roles.filter((role) => !whyNotGive({ role, organisationId: university }, secretary))).toEqual(['coordinator', 'committee-member', 'faculty', 'student'])
  expect(whyNotGive({ role: 'director', organisationId: university }, director)).toBe('people.office-too-high')
  expect(whyNotGive({ role: 'student', organisationId: university }, stranger)).toBe('people.not-your-organisation')
  expect(whyNotGive({ role: 'administrator', organisationId: null }, director)).toBe('people.only-an-administrator')
  expect(rolesToGive(administrator, university).toSorted()).toEqual(roles.filter((role) => role !== 'administrator').toSorted())
  expect(rolesToGive(student, faculty)).toEqual([])
})

test('an office is laid down by its holder, ended by those above, and the last administrator stays', () => {
  const held = office('signatory', university)
  expect(whyNotOffice('end', { ...held, personId: student.id }, student, now)).toBeUndefined()
  expect(whyNotOffice('change', { ...held, personId: student.id }, student, now)).toBe('people.not-your-organisation')
  expect(whyNotOffice('end', held, director, now)).toBeUndefined()
  expect(whyNotOffice('end', held, secretary, now)).toBe('people.office-too-high')
  expect(whyNotOffice('end', { ...held, endsOn: '2026-03-01' }, director, now)).toBe('people.office-is-over')
  expect(whyNotOffice('end', { ...held, vacatedAt: '2026-03-02T08:00:00.000Z' }, director, now)).toBe('people.office-is-over')
  expect(whyNotOffice('end', office('administrator', null), administrator, { ...now, lastAdministrator: true })).toBe('people.last-administrator')
  expect(whyNotClose({ id: newId(), closedAt: null, lastAdministrator: true }, administrator)).toBe('people.last-administrator')
  expect(whyNotClose({ id: newId(), closedAt: null, lastAdministrator: false }, director)).toBe('people.only-an-administrator')
})

test('an invitation is sent only by who could have given everything it opens', () => {
  const both = { offices: [office('faculty', university), office('director', elsewhere)] }
  expect(whyNotInvite(both, secretary)).toBe('people.not-your-organisation')
  expect(whyNotInvite({ offices: both.offices.slice(0, 1) }, secretary)).toBeUndefined()
  expect(whyNotInvite({ offices: [] }, director)).toBe('people.only-an-administrator')
  expect(whyNotInvite(both, administrator)).toBeUndefined()
  expect(whyNotEdit({ id: newId(), ...both }, secretary)).toBeUndefined()
  expect(whyNotEdit({ id: newId(), ...both }, student)).toBe('people.not-your-organisation')
})

test('an address is seen by its owner, record keepers of the same organisation and administrators; a learner only at home', () => {
  const learner = { id: newId(), offices: [office('student', faculty)] }
  expect([administrator, director, secretary, stranger, student].map((viewer) => seesEmail(viewer, learner))).toEqual([true, true, true, false, false])
  expect([administrator, director, stranger, student].map((viewer) => seesOffice(viewer, learner.offices[0]!))).toEqual([true, true, false, true])
  expect(seesOffice(stranger, office('director', university))).toBe(true)
})

test('the last way in stays', () => {
  expect(whyNotRemovePasskey({ passkeys: 1, hasPassword: false, lettersLeave: false })).toBe('people.last-way-in')
  expect(whyNotRemovePasskey({ passkeys: 2, hasPassword: false, lettersLeave: false })).toBeUndefined()
  expect(whyNotRemovePasskey({ passkeys: 1, hasPassword: true, lettersLeave: false })).toBeUndefined()
})

test('patience: a few mistakes are free, then it grows, and never forever', () => {
  expect([0, 4, 5, 7, 9, 10, 14, 15, 40].map(waitAfter)).toEqual([0, 0, 1, 4, 16, 900, 900, 1800, 14_400])
  expect([49, 50].map(waitAtAddress)).toEqual([0, 900])
})

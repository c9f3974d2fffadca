// Who is asking. What one may do follows from the offices one holds; one acts in the name of one of them at a time.
import * as z from 'zod'
import { Country, Id, Locale } from '../kinds.ts'

export const roles = [
  'administrator', 'director', 'signatory', 'coordinator', 'secretariat', 'committee-member', 'ministry-observer', 'faculty', 'student',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** An office as the viewer holds it today. `within` are the organisation itself and every unit below it. */
export const HeldOffice = z.object({
  id: Id, role: Role, organisationId: Id.nullable(), organisationName: z.string().nullable(), country: Country.nullable(),
  within: z.array(Id),
})
export type HeldOffice = z.infer<typeof HeldOffice>

export const Viewer = z.object({
  id: Id, name: z.string(), locale: Locale.nullable(), admin: z.boolean(), acting: Id.nullable(), offices: z.array(HeldOffice),
})
export type Viewer = z.infer<typeof Viewer>

/** The author of what the clock does, and of what arrived before anyone was here. */
export const nobody: Id = '00000000-0000-4000-8000-000000000000'

/** A viewer who has not signed in: holds nothing, sees what is public. */
export const stranger: Viewer = { id: nobody, name: '', locale: null, admin: false, acting: null, offices: [] }

/** Pamir itself at work: the clock, the operator's commands. */
export const house: Viewer = { ...stranger, name: 'Pamir', admin: true }

/** The organisations for which this viewer holds one of these offices today (any office when none is named), units included. */
export function organisationsOf(viewer: Viewer, ...wanted: Role[]): Id[] {
  const offices = viewer.offices.filter(({ role }) => wanted.length === 0 || wanted.includes(role))
  return [...new Set(offices.flatMap(({ within }) => within))]
}

export function holds(viewer: Viewer, organisationId: Id, ...wanted: Role[]): boolean {
  return viewer.offices.some(({ role, within }) => within.includes(organisationId) && (wanted.length === 0 || wanted.includes(role)))
}

/** The offices that write an organisation's records. */
export const recordKeepers: Role[] = ['director', 'signatory', 'coordinator', 'secretariat']

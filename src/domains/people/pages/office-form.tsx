// Choosing an office: the organisation, the role that may be given there, its title and term.
import { useState } from 'react'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Role, Viewer } from '#platform/auth/viewer.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { useViewer } from '#web/viewer.ts'
import { rolesToGive } from '../rules.ts'

export type OfficeDraft = { role: Role | ''; organisation: Pick | null; title: string; startsOn: string; endsOn: string }
export const noOffice: OfficeDraft = { role: '', organisation: null, title: '', startsOn: '', endsOn: '' }

/** What is sent; the role may still be missing, and the server says so. */
export const officeOf = ({ role, organisation, title, startsOn, endsOn }: OfficeDraft) => ({
  role: role as Role, organisationId: role === 'administrator' ? null : organisation?.id ?? null, title: title || null, endsOn: endsOn || null, ...(startsOn ? { startsOn } : {}),
})

type Props = { value: OfficeDraft; onChange: (office: OfficeDraft) => void; wrong: (field: string) => string[] | undefined }

export function OfficeFields({ value, onChange, wrong }: Props) {
  const text = useText()
  const find = useFind()
  const roles = useRoles(useViewer(), value.organisation)
  const put = (change: Partial<OfficeDraft>) => onChange({ ...value, ...change })
  return (
    <>
      {value.role !== 'administrator' && <OrganisationPicker label={text('people.organisation')} value={value.organisation} onChange={(organisation) => put({ organisation, role: '' })} find={find} required wrong={wrong('organisationId')} />}
      <SelectField label={text('people.role')} value={value.role} onChange={(role) => put({ role: role as Role })} none={text('people.choose')} required wrong={wrong('role')}
        options={roles.map((role) => ({ value: role, label: text(`people.roles.${role}`) }))} />
      <TextField label={text('people.office-title')} hint={text('people.office-title-hint')} value={value.title} onChange={(title) => put({ title })} wrong={wrong('title')} />
      <Term value={value} onChange={put} wrong={wrong} />
    </>
  )
}

type TermProps = { value: { startsOn: string; endsOn: string }; onChange: (term: { startsOn: string } | { endsOn: string }) => void; wrong: Props['wrong'] }

export function Term({ value: { startsOn, endsOn }, onChange, wrong }: TermProps) {
  const text = useText()
  const day = (value: string) => (value ? { value, precision: 'day' as const } : null)
  return (
    <>
      <DayField precise label={text('people.from')} value={day(startsOn)} onChange={(known) => onChange({ startsOn: known?.value ?? '' })} wrong={wrong('startsOn')} />
      <DayField precise label={text('people.until')} value={day(endsOn)} onChange={(known) => onChange({ endsOn: known?.value ?? '' })} wrong={wrong('endsOn')} />
    </>
  )
}

/** The units below one's own organisation count as well, and only the server knows them all: what one may give at home is offered. */
function useRoles(viewer: Viewer | null, organisation: Pick | null): Role[] {
  if (!viewer) return []
  if (organisation) return rolesToGive(viewer, organisation.id)
  return viewer.admin ? rolesToGive(viewer, null) : []
}

function useFind() {
  const locale = useLocale()
  return async (typed: string): Promise<Pick[]> => (await call(organisationsApi.suggest, { query: { text: typed } })).map((found) => pickOf(found, locale))
}

export function pickOf(found: OrganisationBrief, locale: ReturnType<typeof useLocale>): Pick {
  const words = nameIn(found, locale)
  const about = [found.city, found.country && countryName(found.country, locale)].filter(Boolean).join(', ')
  return { id: found.id, words, label: words, ...(about ? { about } : {}) }
}

export const useOfficeDraft = (start = noOffice) => useState<OfficeDraft>(start)

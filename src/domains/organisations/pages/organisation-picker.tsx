// The field in which one types an organisation: by any of its names, in any script, by an old name or an acronym. Pages of the
// floors above use it as it is.
import { useRef } from 'react'
import { countryName } from '#platform/i18n/format.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { OrganisationPicker as PickerField, type Pick } from '#web/ui/fields/picker.tsx'
import { organisationsApi } from '../api.ts'
import { nameIn, type OrganisationBrief } from '../model.ts'
import { OrganisationName } from './organisation-name.tsx'

type Props = {
  label?: string; hint?: string; required?: boolean; wrong?: string[] | undefined
  value: OrganisationBrief | null; onChange: (organisation: OrganisationBrief | null) => void
  /** Records that must not be picked: the one being changed, for example. */
  but?: readonly string[]
  onNew?: (typed: string) => void
}

export function OrganisationPicker({ label, value, onChange, but = [], ...field }: Props) {
  const [text, locale] = [useText(), useLocale()]
  // What was found is kept while the page around is drawn again: it is picked from later.
  const found = useRef(new Map<string, OrganisationBrief>())
  const pick = (brief: OrganisationBrief): Pick => ({
    id: brief.id, words: nameIn(brief, locale), label: <OrganisationName of={brief} line />,
    about: [brief.city, brief.country && countryName(brief.country, locale)].filter(Boolean).join(', '),
  })
  const find = async (typed: string): Promise<Pick[]> => {
    const suggestions = (await call(organisationsApi.suggest, { query: { text: typed } })).filter(({ id }) => !but.includes(id))
    for (const one of suggestions) found.current.set(one.id, one)
    return suggestions.map(pick)
  }
  return (
    <PickerField label={label ?? text('organisations.picker.label')} value={value && pick(value)} find={find}
      onChange={(picked) => onChange(picked ? found.current.get(picked.id) ?? null : null)} {...field} />
  )
}

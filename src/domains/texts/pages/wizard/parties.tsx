// Between whom a draft is made, what it is called, and for how long.
import { kinds } from '#domains/agreements/model.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName, languageName } from '#platform/i18n/format.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { OrganisationPicker } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { type Change, type DraftFilled, emptyParty, type PartyFilled, titledIn } from './filled.ts'

export function Parties({ filled, onChange }: { filled: DraftFilled; onChange: Change }) {
  const { kind, years, parties } = filled
  const [say, locale] = [useText(), useLocale()]
  const find = async (typed: string) => (await call(organisationsApi.suggest, { query: { text: typed } as never })).map((one) => {
    const about = [one.city, one.country && countryName(one.country, locale)].filter(Boolean).join(' · ')
    return { id: one.id, label: nameIn(one, locale), words: nameIn(one, locale), ...(about ? { about } : {}) }
  })
  const put = (key: string, to: Partial<PartyFilled>) => onChange({ parties: parties.map((party) => (party.key === key ? { ...party, ...to } : party)) })
  return (
    <div className="stack">
      <Titles filled={filled} onChange={onChange} />
      <div className="two-selects">
        <SelectField label={say('texts.wizard.kind')} required value={kind} options={kinds.map((value) => ({ value, label: say(`agreements.kinds.${value}`) }))} onChange={(next) => onChange({ kind: next as DraftFilled['kind'] })} />
        <TextField label={say('texts.wizard.years')} value={years} onChange={(next) => onChange({ years: next })} />
      </div>
      {parties.map((party, place) => (
        <div key={party.key} className="two-selects">
          <OrganisationPicker label={say('texts.wizard.party', { letter: String.fromCharCode(65 + place) })} required value={party.organisation} find={find} onChange={(organisation) => put(party.key, { organisation })} />
          <TextField label={say('agreements.unit')} value={party.unit} onChange={(unit) => put(party.key, { unit })} />
        </div>
      ))}
      <div className="row"><Button small onPress={() => onChange({ parties: [...parties, emptyParty()] })}>{say('texts.wizard.add-party')}</Button>
        {parties.length > 2 && <Button small look="quiet" onPress={() => onChange({ parties: parties.slice(0, -1) })}>{say('texts.wizard.fewer')}</Button>}</div>
    </div>
  )
}

/** One for each language of the text: each side reads it, and signs it, in its own. */
function Titles({ filled, onChange }: { filled: DraftFilled; onChange: Change }) {
  const [say, locale] = [useText(), useLocale()]
  const { titles } = filled
  const langs = titledIn(filled, locale)
  return langs.map((lang) => (
    <TextField key={lang} label={langs.length > 1 ? say('texts.wizard.title-in', { language: languageName(lang, locale) }) : say('texts.wizard.title')} required lang={lang} value={titles[lang] ?? ''}
      onChange={(next) => onChange({ titles: { ...titles, [lang]: next } })} />
  ))
}

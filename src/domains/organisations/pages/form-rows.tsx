// The rows of the form that may be as many as there are: names, identifiers.
import { languageName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Section } from '#web/ui/page.tsx'
import { nameKinds, schemes } from '../model.ts'
import { emptyIdentifier, emptyName, type NameRow } from './filled.ts'
import type { Part } from './form.tsx'

/** Languages of these mountains and those that agreements are written in; a name's own language is always among them. */
const languages = ['en', 'zh', 'ru', 'ur', 'ar', 'de', 'es', 'fa', 'fr', 'id', 'it', 'ja', 'kk', 'ko', 'ky', 'mn', 'ms', 'pl', 'ps', 'pt', 'tg', 'th', 'tk', 'tr', 'ug', 'uz', 'vi']

export function NameRows({ state: { names }, change, wrong }: Part) {
  const text = useText()
  const put = (at: number, to: Partial<NameRow>) => change({ names: names.map((name, place) => (place === at ? { ...name, ...to } : name)) })
  return (
    <Section title={text('organisations.form.names')}>
      <p className="quiet">{text('organisations.form.names-hint')}</p>
      <div className="name-rows">
        {names.map((name, at) => (
          <div key={at} className="name-row" role="group" aria-label={name.text || text('organisations.form.name')}>
            <TextField label={text('organisations.form.name')} required value={name.text} wrong={wrong(`names.${at}`) ?? (at === 0 ? wrong('names') : undefined)} onChange={(value) => put(at, { text: value })} />
            <SelectField label={text('organisations.form.name-kind')} required value={name.kind} onChange={(kind) => put(at, { kind: kind as NameRow['kind'] })}
              options={nameKinds.map((value) => ({ value, label: text(`organisations.nameKinds.${value}`) }))} />
            <Language value={name.lang} onChange={(lang) => put(at, { lang })} />
            {names.length > 1 && <Button small look="quiet" label={text('organisations.form.remove-name')} onPress={() => change({ names: names.filter((_, place) => place !== at) })}><Icon name="close" size={16} /></Button>}
          </div>
        ))}
      </div>
      <div className="row"><Button small onPress={() => change({ names: [...names, emptyName()] })}>{text('organisations.form.add-name')}</Button></div>
    </Section>
  )
}

function Language({ value, onChange }: { value: string; onChange: (lang: string) => void }) {
  const [text, locale] = [useText(), useLocale()]
  const offered = value && !languages.includes(value) ? [value, ...languages] : languages
  return (
    <SelectField label={text('organisations.form.language')} required none={text('organisations.form.language-unknown')} value={value} onChange={onChange}
      options={offered.map((lang) => ({ value: lang, label: languageName(lang, locale) }))} />
  )
}

export function IdentifierRows({ state: { identifiers }, change, wrong }: Part) {
  const text = useText()
  const put = (at: number, to: Partial<(typeof identifiers)[number]>) => change({ identifiers: identifiers.map((row, place) => (place === at ? { ...row, ...to } : row)) })
  const schemesFor = (scheme: string) => ((schemes as readonly string[]).includes(scheme) ? schemes : [scheme, ...schemes])
  return (
    <Section title={text('organisations.form.identifiers')}>
      <div className="identifier-rows">
        {identifiers.map(({ scheme, value }, at) => (
          <div key={at} className="identifier-row" role="group" aria-label={value || text('organisations.form.value')}>
            <SelectField label={text('organisations.form.scheme')} required value={scheme} onChange={(to) => put(at, { scheme: to })}
              options={schemesFor(scheme).map((one) => ({ value: one, label: (schemes as readonly string[]).includes(one) ? text(`organisations.schemes.${one}`) : one }))} />
            <TextField label={text('organisations.form.value')} required value={value} wrong={wrong(`identifiers.${at}`)} onChange={(to) => put(at, { value: to })} />
            <Button small look="quiet" label={text('organisations.form.remove-identifier')} onPress={() => change({ identifiers: identifiers.filter((_, place) => place !== at) })}><Icon name="close" size={16} /></Button>
          </div>
        ))}
      </div>
      <div className="row"><Button small onPress={() => change({ identifiers: [...identifiers, emptyIdentifier()] })}>{text('organisations.form.add-identifier')}</Button></div>
    </Section>
  )
}

// Which languages a text has, which are authentic, and which prevails.
import { useState } from 'react'
import { languageName, listOf } from '#platform/i18n/format.ts'
import { locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { CheckField, SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { Languages } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { judgedOf } from '../use-text.ts'

export function LanguagesStep({ text }: { text: TextFile }) {
  const [say, viewer] = [useText(), useViewer()]
  const [open, setOpen] = useState(false)
  if (!viewer || whyNot('write', judgedOf(text), viewer)) return null
  return <><Button look="quiet" onPress={() => setOpen(true)}>{say('texts.languages')}</Button>{open && <LanguagesDialog text={text} onClose={() => setOpen(false)} />}</>
}

function LanguagesDialog({ text, onClose }: { text: TextFile; onClose: () => void }) {
  const say = useText()
  const [chosen, setChosen] = useState<Languages>({ languages: text.languages, authentic: text.authentic, prevailing: text.prevailing })
  const put = useDeed(textsApi.setLanguages)
  const onSave = () => put.mutate({ params: { id: text.agreementId }, body: chosen }, { onSuccess: onClose })
  return (
    <Dialog open title={say('texts.languages')} onClose={onClose} actions={<><Button onPress={onClose}>{say('texts.cancel')}</Button><Button look="primary" busy={put.isPending} onPress={onSave}>{say('texts.save')}</Button></>}>
      <div className="stack">
        <LanguageFields value={chosen} onChange={setChosen} />
        {put.error && <ErrorNote error={put.error} />}
      </div>
    </Dialog>
  )
}

/** Also in the wizard of a new draft. */
export function LanguageFields({ value: { languages, authentic, prevailing }, onChange }: { value: Languages; onChange: (next: Languages) => void }) {
  const [say, locale] = [useText(), useLocale()]
  const put = (next: Locale[], binding: Locale[]) => {
    const kept = binding.filter((lang) => next.includes(lang))
    onChange({ languages: next, authentic: kept, prevailing: prevailing && kept.includes(prevailing) ? prevailing : null })
  }
  const toggled = (list: Locale[], lang: Locale, on: boolean) => (on ? locales.filter((one) => one === lang || list.includes(one)) : list.filter((one) => one !== lang))
  return (
    <>
      <table className="language-table">
        <thead><tr><th scope="col">{say('texts.language')}</th><th scope="col">{say('texts.languages.authentic')}</th></tr></thead>
        <tbody>
          {locales.map((lang) => (
            <tr key={lang}>
              <td><CheckField label={languageName(lang, locale)} checked={languages.includes(lang)} onChange={(on) => put(toggled(languages, lang, on), on ? [...authentic, lang] : authentic)} /></td>
              <td>{languages.includes(lang) && <input type="checkbox" aria-label={say('texts.is-authentic', { language: languageName(lang, locale) })} checked={authentic.includes(lang)} onChange={({ target }) => put(languages, toggled(authentic, lang, target.checked))} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SelectField label={say('texts.prevailing')} value={prevailing ?? ''} none={say('texts.prevailing-none')} options={authentic.map((lang) => ({ value: lang, label: languageName(lang, locale) }))} onChange={(lang) => onChange({ languages, authentic, prevailing: (lang || null) as Locale | null })} />
      <p className="quiet">{say(prevailing ? 'texts.prevails-said' : 'texts.equally-said', { languages: listOf(authentic.map((lang) => languageName(lang, locale)), locale), prevailing: prevailing ? languageName(prevailing, locale) : '' })}</p>
    </>
  )
}

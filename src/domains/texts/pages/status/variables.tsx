// What the variables of a text mean, in each of its languages; those that follow from the record are only shown.
import { useState } from 'react'
import { languageName } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { Given } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { judgedOf } from '../use-text.ts'

export function VariablesStep({ text }: { text: TextFile }) {
  const [say, viewer] = [useText(), useViewer()]
  const [open, setOpen] = useState(false)
  if (!viewer || whyNot('write', judgedOf(text), viewer)) return null
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>{say('texts.variables', { count: text.unresolved.length })}</Button>
      <Dialog open={open} side title={say('texts.variables', { count: text.unresolved.length })} onClose={() => setOpen(false)}>
        <div className="stack">
          <p className="quiet">{say('texts.variables-what')}</p>
          {namesToFill(text).map((name) => <OneVariable key={name} text={text} name={name} />)}
          <h3>{say('texts.variables-record')}</h3>
          <dl className="facts">{Object.entries(text.values).filter(([name]) => !(name in text.given)).map(([name, said]) => <div key={name}><dt><code dir="ltr">{name}</code></dt><dd>{text.languages.map((lang) => <bdi key={lang} lang={lang} className="variable-said">{said[lang]}</bdi>)}</dd></div>)}</dl>
        </div>
      </Dialog>
    </>
  )
}

const namesToFill = (text: TextFile) => [...new Set([...text.unresolved.filter((name) => !/^(agreement|party)\./.test(name)), ...Object.keys(text.given)])]

function OneVariable({ text, name }: { text: TextFile; name: string }) {
  const [say, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const [given, setGiven] = useState<Given>(text.given[name] ?? {})
  const give = useDeed(textsApi.giveValue)
  const filled = Object.fromEntries(Object.entries(given).filter(([, said]) => said?.trim()))
  const changed = JSON.stringify(filled) !== JSON.stringify(text.given[name] ?? {})
  return (
    <fieldset className="variable-fields">
      <legend><code dir="ltr">{name}</code></legend>
      {text.languages.map((lang) => <TextField key={lang} label={languageName(lang, locale)} lang={lang} required value={given[lang] ?? ''} onChange={(said) => setGiven({ ...given, [lang]: said })} />)}
      {changed && <Button small busy={give.isPending} onPress={() => give.mutate({ params: { id: text.agreementId, name }, body: filled }, { onError: trouble })}>{say('texts.save')}</Button>}
    </fieldset>
  )
}

// The library of single clauses: looked through in one's own language, put in behind a clause in every language of the text.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { richOf } from '#platform/documents/rich.ts'
import { countryName } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { Place } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import type { TemplateShown } from '../../template-model.ts'

export function Library({ text, place, onDone }: { text: TextFile; place: Place; onDone: () => void }) {
  const [say, locale] = [useText(), useLocale()]
  const { data, error } = useQuery(ask(textsApi.template, { params: { key: 'library' } }))
  const [topic, setTopic] = useState('0')
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={4} />
  return (
    <div className="stack">
      <SelectField label={say('texts.library.topic')} required value={topic} options={data.articles.map(({ title }, at) => ({ value: String(at), label: title[locale] ?? '' }))} onChange={setTopic} />
      <ul className="library-list">{data.articles[Number(topic)]?.clauses.map((clause) => <Entry key={clause.key} text={text} place={place} clause={clause} onDone={onDone} />)}</ul>
    </div>
  )
}

function Entry({ text, place, clause, onDone }: { text: TextFile; place: Place; clause: TemplateShown['articles'][number]['clauses'][number]; onDone: () => void }) {
  const [say, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const add = useDeed(textsApi.addClause)
  const wordings = Object.fromEntries(text.languages.flatMap((lang) => (clause.wordings[lang] ? [[lang, richOf(clause.wordings[lang])]] : [])))
  return (
    <li>
      {clause.countries.length > 0 && <small className="quiet">{clause.countries.map((country) => countryName(country, locale)).join(' · ')}</small>}
      <p>{clause.wordings[locale]}</p>
      <Button small busy={add.isPending} onPress={() => add.mutate({ params: { id: text.agreementId }, body: { ...place, wordings, origin: `library:${clause.key}` } }, { onSuccess: onDone, onError: trouble })}>{say('texts.library.add')}</Button>
    </li>
  )
}

// Which clauses of a template the draft begins with: all of them, but for those one leaves out.
import { useQuery } from '@tanstack/react-query'
import { countryName, listOf } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { CheckField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { textsApi } from '../../api.ts'
import type { TemplateShown } from '../../template-model.ts'
import type { Change, DraftFilled } from './filled.ts'

type Props = { filled: DraftFilled; onChange: Change }

export function Clauses({ template, ...props }: Props & { template: string }) {
  const [say, locale] = [useText(), useLocale()]
  const { data, error } = useQuery(ask(textsApi.template, { params: { key: template } }))
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={4} />
  const all = data.articles.flatMap(({ clauses }) => clauses).length
  return (
    <details className="template-clauses">
      <summary>{say('texts.wizard.clauses-count', { count: all - props.filled.without.length, all })}</summary>
      {data.articles.map(({ title, clauses }, place) => (
        <fieldset key={place}>
          <legend>{title[locale]}</legend>
          {clauses.map((clause) => <Clause key={clause.key} clause={clause} {...props} />)}
        </fieldset>
      ))}
    </details>
  )
}

function Clause({ clause: { key, wordings, countries, promises }, filled: { without }, onChange }: Props & { clause: TemplateShown['articles'][number]['clauses'][number] }) {
  const [say, locale] = [useText(), useLocale()]
  const about = [
    countries.length > 0 && say('texts.wizard.clause-of', { countries: listOf(countries.map((country) => countryName(country, locale)), locale) }),
    promises > 0 && say('texts.wizard.clause-promises', { count: promises }),
  ].filter(Boolean).join(' · ')
  const words = (wordings[locale] ?? '').replaceAll('**', '').replaceAll(/\{[^{}]+\}/g, '…').replaceAll('\n', ' ')
  return <CheckField label={words.length > 220 ? `${words.slice(0, 220)}…` : words} {...(about ? { hint: about } : {})} checked={!without.includes(key)} onChange={(wanted) => onChange({ without: wanted ? without.filter((one) => one !== key) : [...without, key] })} />
}

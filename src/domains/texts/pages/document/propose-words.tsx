// The words that one proposes, in one language after another, each as it stands or as another side proposed it.
import { Suspense, useState } from 'react'
import { languageName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import type { Wordings } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { LazyProse } from '../editor/write-cell.tsx'

type Props = { text: TextFile; label: string; start: Wordings; wordings: Wordings; onChange: (wordings: Wordings) => void }

export function ProposeWords({ text, label, start, wordings, onChange }: Props) {
  const [say, locale] = [useText(), useLocale()]
  const [lang, setLang] = useState<Locale>(text.languages.includes(locale) ? locale : text.languages[0]!)
  return (
    <>
      {text.languages.length > 1 && <SelectField label={say('texts.language')} required value={lang} options={text.languages.map((value) => ({ value, label: languageName(value, locale) }))} onChange={(next) => setLang(next as Locale)} />}
      <Suspense fallback={<Skeleton lines={3} />}>
        <LazyProse key={lang} start={wordings[lang] ?? start[lang] ?? []} lang={lang} label={`${label}, ${languageName(lang, locale)}`} values={text.values}
          onChange={(rich) => onChange({ ...wordings, [lang]: rich })} onLeave={() => {}} onNext={() => {}} />
      </Suspense>
    </>
  )
}

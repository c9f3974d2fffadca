// The text of an agreement: whose turn it is, then the text itself in the languages one wants to see beside each other.
import { useEffect, useState } from 'react'
import { localeNames } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { useParam } from '#web/address.ts'
import { loadFontsFor } from '#web/fonts.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import type { TextFile } from '../negotiation-model.ts'
import { Document } from './document/document.tsx'
import { Remarks } from './document/remarks.tsx'
import { FilesStep } from './status/files.tsx'
import { LanguagesStep } from './status/languages.tsx'
import { StatusLine } from './status/status-line.tsx'
import { VariablesStep } from './status/variables.tsx'
import './text.css'
import { questionOf, useComments, useTextFile } from './use-text.ts'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(questionOf(params['id']!))

export function Page() {
  const [say, locale] = [useText(), useLocale()]
  const id = useParam('id')
  const text = useTextFile(id)
  const comments = useComments(id)
  const [shown, toggle] = useShown(text)
  useOtherFaces(text.languages)
  const title = text.title[locale] ?? Object.values(text.title)[0] ?? ''
  const onWhole = comments.filter(({ clauseId }) => clauseId === null)
  return (
    <Frame title={say('texts.text-of', { title })} width="register" above={<Go to={`/agreements/${id}`}>{title}</Go>} about={<span>{say(`texts.stage.${text.stage}`)}</span>}
      actions={<><VariablesStep text={text} /><LanguagesStep text={text} /><FilesStep text={text} /><ButtonLink look="quiet" to={`/agreements/${id}/text/versions`}>{say('texts.versions')}</ButtonLink></>}>
      <StatusLine text={text} />
      {text.languages.length > 1 && <Switch text={text} shown={shown} onToggle={toggle} />}
      <Document text={text} shown={shown} comments={comments} />
      {(text.mine.length > 0 || onWhole.length > 0) && <Section title={say('texts.remarks-whole')}><div className="reading-width no-print"><Remarks text={text} clauseId={null} comments={onWhole} /></div></Section>}
    </Frame>
  )
}

function Switch({ text, shown, onToggle }: { text: TextFile; shown: Locale[]; onToggle: (lang: Locale) => void }) {
  const say = useText()
  return (
    <div className="language-switch no-print" role="group" aria-label={say('texts.languages-shown')}>
      {text.languages.map((lang) => <button key={lang} type="button" aria-pressed={shown.includes(lang)} onClick={() => onToggle(lang)}><bdi lang={lang}>{localeNames[lang]}</bdi></button>)}
    </div>
  )
}

/** One language on a phone, two beside each other where there is room; the reader's own among them. */
function useShown({ languages }: TextFile): [Locale[], (lang: Locale) => void] {
  const locale = useLocale()
  const narrow = useNarrow()
  const first = [...languages].sort((a, b) => Number(b === locale) - Number(a === locale))
  const [chosen, setChosen] = useState<Locale[]>(first.slice(0, 2))
  const there = languages.filter((lang) => chosen.includes(lang))
  const wide = there.length > 0 ? there : first.slice(0, 1)
  const [alone, setAlone] = useState<Locale>(first[0]!)
  if (narrow) return [[languages.includes(alone) ? alone : first[0]!], setAlone]
  return [wide, (lang) => setChosen(wide.includes(lang) && wide.length > 1 ? wide.filter((one) => one !== lang) : [...wide, lang])]
}

function useNarrow(): boolean {
  const query = '(max-width: 44rem)'
  const [narrow, setNarrow] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const hear = () => setNarrow(media.matches)
    media.addEventListener('change', hear)
    return () => media.removeEventListener('change', hear)
  }, [])
  return narrow
}

/** A text may be in another language than the page. */
function useOtherFaces(languages: Locale[]): void {
  useEffect(() => {
    languages.forEach(loadFontsFor)
  }, [languages])
}

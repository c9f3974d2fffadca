// An organisation's official names: the reader's language first, the original beneath, each in its own direction and never cut.
import { dirOf } from '#platform/i18n/locale.ts'
import { useLocale } from '../text.tsx'
import './names.css'
import { namesFor, type OfficialName } from './names-for.ts'

export { namesFor, type OfficialName }

export function Name({ name }: { name: OfficialName }) {
  return <span lang={name.lang} dir={dirOf(name.lang)} className="official-name">{name.value}</span>
}

/** `all` shows every script; otherwise the reader's and the original. `line` puts them side by side. */
export function LanguageNames({ names, original, all = false, line = false }:
  { names: OfficialName[]; original?: string; all?: boolean; line?: boolean }) {
  const { first, beneath } = namesFor(names, useLocale(), original)
  if (!first) return null
  const others = all ? names.filter((name) => name !== first) : beneath
  return (
    <span className={line ? 'language-names line' : 'language-names'}>
      <span><Name name={first} /></span>
      {others.map((name) => <span key={`${name.lang} ${name.value}`} className="beneath"><Name name={name} /></span>)}
    </span>
  )
}

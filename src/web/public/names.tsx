// Official names on a public page: the reader's language first, the original beneath.
import { dirOf } from '#platform/i18n/locale.ts'
import { namesFor, type OfficialName } from '../ui/names-for.ts'
import type { Reader } from './page.tsx'

export function Names({ reader, names, original }: { reader: Reader; names: OfficialName[]; original?: string }) {
  const { first, beneath } = namesFor(names, reader.locale, original)
  if (!first) return null
  return (
    <>
      <bdi lang={first.lang} dir={dirOf(first.lang)}>{first.value}</bdi>
      {beneath.map(({ lang, value }) => <small key={lang} className="beneath"><bdi lang={lang} dir={dirOf(lang)}>{value}</bdi></small>)}
    </>
  )
}

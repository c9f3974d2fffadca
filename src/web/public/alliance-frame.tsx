// What every page of an alliance begins with: its name, its source, and the way to its other pages.
import type { ReactNode } from 'react'
import type { AllianceHead } from '#domains/publication/model.ts'
import { namesFor } from '../ui/names-for.ts'
import { Names } from './names.tsx'
import { page, type Reader } from './page.tsx'
import { Source, To } from './pieces.tsx'

export type Part = '' | '/members' | '/agreements' | '/news'
const parts: Part[] = ['', '/members', '/agreements', '/news']
const words = { '': 'overview', '/members': 'members-list', '/agreements': 'agreements', '/news': 'news' }
const word = (part: Part) => `publication.${words[part]}`

export const nameOf = (reader: Reader, { names }: Pick<AllianceHead, 'names'>): string => namesFor(names, reader.locale).first?.value ?? ''

type Props = { reader: Reader; head: AllianceHead; part: Part; title?: string; description: string; children: ReactNode }

export function alliancePage({ reader, head, part, title, description, children }: Props): string {
  const name = nameOf(reader, head)
  return page({
    reader, description, feed: `${head.path}/feed.atom`,
    title: title ?? (part ? `${reader.text(word(part))} · ${name}` : name),
    children: (
      <>
        <h1><Names reader={reader} names={head.names} /></h1>
        <nav className="parts" aria-label={name}>
          {parts.map((one) => <To key={one} reader={reader} path={`${head.path}${one}`} current={one === part}>{reader.text(word(one))}</To>)}
        </nav>
        {children}
        <Source reader={reader} source={head.source} example={head.example} />
      </>
    ),
  })
}

// A page: where we are, its title with the original beneath, whose turn it is, what can be done, then the matter itself.
import { type ReactNode, useEffect } from 'react'
import { useLocale } from '../text.tsx'
import { useMe } from '../viewer.ts'
import { LanguageNames, type OfficialName } from './names.tsx'
import './page.css'

type Props = {
  title: string
  /** Official names in several scripts; the title is then drawn from these, and `title` names the window. */
  names?: OfficialName[]
  original?: string
  /** The way back: `<Go to="/agreements">…</Go>`. */
  above?: ReactNode
  /** One line beneath the title: state, term, whose turn. */
  about?: ReactNode
  actions?: ReactNode
  /** `register` takes the full width, `reading` a column of 68 characters. */
  width?: 'register' | 'page' | 'reading'
  children: ReactNode
}

export function Page({ title, names, original, above, about, actions, width = 'page', children }: Props) {
  const instance = useMe()?.instance.name ?? 'Pamir'
  const latin = useLocale() === 'ur' && isLatin(title)
  useEffect(() => {
    document.title = title === instance ? title : `${title} · ${instance}`
  }, [title, instance])
  return (
    <div className={`page width-${width}`}>
      <header className="page-head">
        {above && <div className="page-above">{above}</div>}
        <div className="page-title">
          <h1 className={hangs(title) ? 'hangs' : latin ? 'latin' : undefined} lang={latin ? 'en' : undefined}>{names?.length ? <LanguageNames names={latin ? names.map(whole) : names} {...(original ? { original } : {})} /> : latin ? unbroken(title) : title}</h1>
          {actions && <div className="page-actions row no-print">{actions}</div>}
        </div>
        {about && <div className="page-about">{about}</div>}
      </header>
      {children}
    </div>
  )
}

/** Nastaliq hangs from its line and needs more of it; a title in another script does not, also on a page in Urdu. */
const hangs = (title: string) => /\p{Script=Arabic}/u.test(title)

/** In Urdu a Latin name is a foreign one: it takes the face and the lines of its own script, and does not fall apart at its hyphens. */
const isLatin = (title: string) => !hangs(title) && /\p{Script=Latin}/u.test(title)
const unbroken = (text: string) => text.replace(/(?<=\p{L})-(?=\p{L})/gu, '-\u2060')
const whole = <Name extends OfficialName>(name: Name): Name => ({ ...name, value: unbroken(name.value) })

export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <header className="section-head"><h2>{title}</h2>{aside}</header>
      {children}
    </section>
  )
}

/** Label and value pairs, as a registry prints them. Pairs without a value are left out. */
export function Facts({ of }: { of: [label: string, value: ReactNode][] }) {
  const known = of.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  return <dl className="facts">{known.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
}

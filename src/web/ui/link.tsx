// A link inside the site, by its plain address: `<Go to={`/agreements/${id}`}>`. It is fetched when the pointer comes near.
import { Link } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  to: string
  /** Is «here» on its very page only, not on those beneath it. */
  exact?: boolean
  children: ReactNode
}

export function Go({ to, exact = false, children, ...rest }: Props) {
  const [path = '/', question = ''] = to.split('?')
  const search = question ? Object.fromEntries(new Set(new URLSearchParams(question).keys()).values().map((key) => {
    const values = new URLSearchParams(question).getAll(key)
    return [key, values.length > 1 ? values : values[0]]
  })) : {}
  return <Link {...rest as object} to={path as never} search={search as never} activeOptions={{ exact: exact || path === '/', includeSearch: !exact }}>{children}</Link>
}

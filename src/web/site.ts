// What a domain says about its pages. A page's file is fetched when someone goes there, or is about to.
import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Locale } from '#platform/i18n/locale.ts'

export type Arriving = { questions: QueryClient; params: Record<string, string>; search: Record<string, string | string[]>; locale: Locale }

/** A page's file exports `Page`, and `load` when it should ask its questions before it is shown. */
export type PageModule = { Page: ComponentType; load?: (at: Arriving) => unknown }

/** `path` as in `/agreements/$id`. `open` pages need no sign-in; `plain` ones stand without the navigation. */
export type SitePage = { path: string; page: () => Promise<PageModule>; open?: boolean; plain?: boolean }

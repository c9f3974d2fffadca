// Turns the site map into routes: who is not signed in goes to the sign-in page first and comes back after.
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { parseAddress, writeAddress } from './address.ts'
import { fetchPart } from './fetch-page.ts'
import { sitePages } from './routes.tsx'
import { Shell } from './shell/shell.tsx'
import { NotFound, PageTrouble } from './shell/trouble.tsx'
import type { PageModule, SitePage } from './site.ts'
import { completeWords, spokenLocale } from './speech.ts'
import { PageSkeleton } from './ui/skeleton.tsx'
import { meQuestion } from './viewer.ts'

type Context = { questions: QueryClient }

const root = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: NotFound })

function routeFor({ path, page, open = false, plain = false }: SitePage) {
  let here: PageModule | undefined
  return createRoute({
    getParentRoute: () => root,
    path,
    staticData: { plain },
    beforeLoad: async ({ context, location }) => {
      if (open) return
      const { viewer } = await context.questions.ensureQueryData(meQuestion)
      if (!viewer) throw redirect({ href: `/sign-in?to=${encodeURIComponent(location.href)}` })
    },
    loader: async ({ context, params, location, preload }) => {
      // The first page and the door have what they say already.
      const words = path === '/' || open ? async () => {} : () => completeWords(spokenLocale())
      const [module] = await Promise.all([fetchPart(page, { ahead: preload }), fetchPart(words, { ahead: preload })])
      here = module
      await module.load?.({ questions: context.questions, params, search: location.search as never, locale: spokenLocale() })
    },
    component: () => here && <here.Page />,
  })
}

export const makeRouter = (questions: QueryClient) =>
  createRouter({
    routeTree: root.addChildren(sitePages.map(routeFor)),
    context: { questions },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageTrouble,
    defaultNotFoundComponent: NotFound,
  })

export type Router = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption { plain?: boolean }
}

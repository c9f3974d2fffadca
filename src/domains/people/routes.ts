// The promises of people kept. Nothing is decided here.
import type { Routes } from '#platform/http/serve.ts'
import { deskRoutes } from './desk/routes.ts'
import { personRoutes } from './persons-routes.ts'
import type { Installation } from './sign-in/letters.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { selfRoutes } from './self/routes.ts'

export const peopleRoutes = (home: Installation): Routes => [...signInRoutes(home), ...selfRoutes(home), ...personRoutes(home), ...deskRoutes(home)]

// Signing in, as promised.
import { serve } from '#platform/http/serve.ts'
import { signInApi } from '../api.ts'
import type { Installation } from './letters.ts'
import { askForPasskey, passkeyHost, signInWithPasskey } from './with-passkey.ts'
import { askForLetter, askPasskeyForLink, lookAtLink, takeLink } from './with-link.ts'
import { signIn } from './with-password.ts'

export const signInRoutes = (home: Installation) => serve(signInApi, {
  ways: async ({ visit }) => ({ passkey: Boolean(passkeyHost(visit)), provider: home.provider, lettersLeave: Boolean(home.post.smtp) }),
  signIn: (at, { body }) => signIn(at, body),
  askLetter: (at, { body }) => askForLetter(at, home, body),
  lookAtLink: (at, { query }) => lookAtLink(at, query.token),
  takeLink: (at, { body }) => takeLink(at, home, body as never),
  askLinkPasskey: (at, { body }) => askPasskeyForLink(at, home, body) as never,
  askPasskey: (at) => askForPasskey(at) as never,
  signInWithPasskey: (at, { body }) => signInWithPasskey(at, body.response as never),
})

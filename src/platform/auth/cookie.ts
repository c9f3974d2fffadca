// The session's cookie: no script reads it, no other site sends it along with a change, and behind TLS it never travels in the clear.

export const sessionCookie = 'pamir-session'

export const cookieRules = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure } as const)

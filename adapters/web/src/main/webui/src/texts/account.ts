export const account = {
  signIn: {
    title: 'Sign in to Tallyport',
    login: 'Login',
    password: 'Password',
    submit: 'Sign in',
    provider: 'Sign in through your identity provider',
    or: 'or',
    noWay:
      'Nobody can sign in here at the moment: local accounts are switched off, and no identity provider is set up.',
    failed:
      'Signing in through the identity provider failed. Try again, or ask an admin whether you have access.',
    unavailable: 'The identity provider cannot be reached. Try again in a while.',
  },
  reset: {
    title: 'Choose a password',
    text: 'At least 12 characters. A few words in a row are easier to remember than signs, and as good.',
    password: 'New password',
    submit: 'Set the password',
    done: 'The password is set. Sign in with it.',
  },
};

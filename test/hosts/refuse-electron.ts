import { registerHooks } from 'node:module';

/** Loaded before a program: makes it fail where it so much as looks for Electron. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier.startsWith('electron/'))
      throw new Error('Electron is not to be had here');
    return next(specifier, context);
  },
});

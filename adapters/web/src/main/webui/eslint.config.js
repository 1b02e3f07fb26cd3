import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

export default typescript.config(
    { ignores: ['src/api/schema.d.ts', 'public/'] },
    ...typescript.configs.strict,
    a11y.flatConfigs.strict,
    hooks.configs.flat['recommended-latest'],
);

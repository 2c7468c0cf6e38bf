import { DefaultNamingStrategy } from 'typeorm';
const snake = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
/** Columns are the snake_case of their property; tables are named by hand in their entity. */
export class SnakeNaming extends DefaultNamingStrategy {
    columnName(propertyName, customName, prefixes) {
        return customName ?? snake([...prefixes, propertyName].join('_'));
    }
}

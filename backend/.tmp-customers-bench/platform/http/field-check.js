import { registerDecorator } from 'class-validator';
/** A validation of our own that refuses with `code`; class-validator drops the context of a check without a message. */
export const Check = (name, holds, code) => (target, propertyName) => registerDecorator({ name, target: target.constructor, propertyName: String(propertyName), options: { message: code, context: { code } }, validator: { validate: holds } });

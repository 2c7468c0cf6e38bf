import { Injectable } from '@nestjs/common';
import type { Actor } from '../people/index.ts';
import type { ChangeCustomer, CreateCustomer, CustomerView } from './customer.dto.ts';
@Injectable()
export class Customers {
  create(_actor: Actor, _input: CreateCustomer): Promise<CustomerView> { throw new Error(); }
  read(_actor: Actor, _id: string): Promise<CustomerView> { throw new Error(); }
  change(_actor: Actor, _id: string, _version: number, _input: ChangeCustomer): Promise<CustomerView> { throw new Error(); }
  archive(_actor: Actor, _id: string): Promise<CustomerView> { throw new Error(); }
  restore(_actor: Actor, _id: string): Promise<CustomerView> { throw new Error(); }
}

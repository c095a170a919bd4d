-- The passwords before the present one, so that none of them is taken again.
create table earlier_passwords (
  account_id bigint not null references accounts,
  position int not null,
  password_hash varchar(200) not null,
  primary key (account_id, position)
);

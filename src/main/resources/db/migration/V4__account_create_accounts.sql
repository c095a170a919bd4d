create table accounts (
  id bigint generated always as identity primary key,
  version int not null,
  username varchar(64) not null unique,
  name varchar(40) not null,
  bureau_id bigint references bureaus,
  password_hash varchar(200) not null,
  must_change_password boolean not null,
  locked boolean not null,
  created_at timestamptz not null
);
create index accounts_bureau on accounts (bureau_id);

create table account_roles (
  account_id bigint not null references accounts,
  role varchar(20) not null,
  primary key (account_id, role)
);

-- Kept by what was typed, whether or not such an account exists: a lockout betrays nothing.
create table sign_in_failures (
  username varchar(64) primary key,
  failures int not null,
  last_at timestamptz not null
);

-- The tables Spring Session expects, under the names it expects.
create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
